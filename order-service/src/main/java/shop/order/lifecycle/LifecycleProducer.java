package shop.order.lifecycle;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/// The lifecycle of this shop: the core's, with every [OwnStatus] there is.
class LifecycleProducer {

    @Produces
    @Singleton
    Lifecycle lifecycle(@All List<OwnStatus> own) {
        return new Lifecycle(own);
    }
}

package shop.inventory.allocation;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The strategies that are there, and the one that is chosen.
class Strategies {

    private static final String SETTING = "shop.inventory.allocation";

    @Produces
    @Singleton
    RegionFirst regionFirst() {
        return new RegionFirst();
    }

    @Produces
    @Singleton
    FewestParcels fewestParcels() {
        return new FewestParcels();
    }

    @Produces
    @Singleton
    MostStock mostStock() {
        return new MostStock();
    }

    /// Made when the service starts, so that a wrong name does not wait for the first order.
    @Startup
    @Produces
    @Singleton
    @Chosen
    AllocationStrategy chosen(Instance<AllocationStrategy> strategies, @ConfigProperty(name = SETTING) String id) {
        return choose(strategies.stream().toList(), id);
    }

    static AllocationStrategy choose(Collection<AllocationStrategy> strategies, String id) {
        var known = new TreeMap<String, AllocationStrategy>();
        for (var strategy : strategies) {
            if (known.put(strategy.id(), strategy) != null) {
                throw new IllegalStateException("Two allocation strategies are called %s".formatted(strategy.id()));
            }
        }
        var chosen = known.get(id);
        if (chosen == null) {
            throw new IllegalStateException(
                    "%s=%s is no allocation strategy; there are %s".formatted(SETTING, id, known.keySet()));
        }
        return chosen;
    }
}

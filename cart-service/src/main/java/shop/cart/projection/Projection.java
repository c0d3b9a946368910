package shop.cart.projection;

import java.util.List;
import shop.contracts.event.IncomingEvent;

/// A view that is made of nothing but what some topics say, so that it can be made again from them.
public interface Projection {

    /// The incoming channels that it is made from. Their topics are compacted: they have the last word on every key.
    List<String> channels();

    /// Keeps what the events say unless something newer is known. Throws where one of them cannot be read
    /// or kept.
    void keep(List<IncomingEvent> events);
}

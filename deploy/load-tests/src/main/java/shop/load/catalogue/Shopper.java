package shop.load.catalogue;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import shop.load.measure.Json;

/// One who looks for products, over REST and as any client would.
record Shopper(Json catalog) {

    private static final int OK = 200;

    /// Lets the service answer from its caches.
    boolean asks(String path) {
        return catalog.answers(get(path), it -> it == OK);
    }

    /// Makes the service look anew.
    boolean asksAnew(String path) {
        var request = get(path);
        request.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        return catalog.answers(request, it -> it == OK);
    }

    private ClassicHttpRequest get(String path) {
        return ClassicRequestBuilder.get(catalog.base() + path).build();
    }
}

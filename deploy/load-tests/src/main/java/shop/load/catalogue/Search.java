package shop.load.catalogue;

import java.util.List;
import java.util.function.IntFunction;
import shop.load.measure.Json.Answer;

/// One kind of request that is measured.
///
/// @param uncached the path of each request, no two alike
/// @param cached the few paths that are asked for again and again
/// @param sign what an answer must hold to be one of this kind, where others answer the same path
record Search(String name, IntFunction<String> uncached, List<String> cached, String sign, Aim aim) {

    boolean isThere(Shopper shopper) {
        return !cached.isEmpty() && isThere(shopper.catalog().get(cached.getFirst()));
    }

    boolean isThere(Answer answer) {
        return answer.isSuccess() && answer.text().contains(sign);
    }
}

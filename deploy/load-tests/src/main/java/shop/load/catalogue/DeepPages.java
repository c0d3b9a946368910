package shop.load.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shop.load.measure.Json;

/// Pages that are reached only by turning page after page.
record DeepPages(Json catalog) {

    static final int PAGE = 500;

    private static final int SIZE = 20;
    /// A cursor is a place, whatever the size of the pages: turning large ones comes to the same place sooner.
    private static final int TURNED_AT_ONCE = 200;

    /// The paths of those pages that there are.
    List<String> paths() {
        return Stream.of("", "&category=ELECTRONICS")
                .flatMap(filter -> Stream.of("price", "-price", "newest", "-popularity")
                        .map(sort -> "/api/v1/products?facets=false&sort=" + sort + filter))
                .flatMap(it -> walk(it).stream())
                .toList();
    }

    private Optional<String> walk(String search) {
        var cursor = "";
        for (var left = (PAGE - 1) * SIZE; left > 0; left -= TURNED_AT_ONCE) {
            var answer = catalog.get(search + "&limit=" + Math.min(left, TURNED_AT_ONCE) + cursor);
            var next = answer.isSuccess() ? answer.body().path("nextCursor").asText("") : "";
            if (next.isEmpty()) {
                return Optional.empty();
            }
            cursor = "&cursor=" + next;
        }
        return Optional.of(search + "&limit=" + SIZE + cursor);
    }
}

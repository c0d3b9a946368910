package shop.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A catalogue in the form of the import: which products it has, and a stock import that gives each some stock.
record CatalogueFile(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LEAST_STOCK = 5;
    private static final int MOST_STOCK = 60;

    List<String> productIds() {
        try (var lines = Files.lines(path)) {
            return productIdsIn(lines);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    static List<String> productIdsIn(Stream<String> lines) {
        return lines.filter(it -> !it.isBlank())
                .map(CatalogueFile::productIdIn)
                .distinct()
                .toList();
    }

    static String stockImportFor(List<String> productIds, Random random) {
        return productIds.stream()
                .map(it -> "{\"productId\":\"%s\",\"warehouseId\":\"MAIN\",\"onHand\":%d}"
                        .formatted(it, random.nextInt(LEAST_STOCK, MOST_STOCK + 1)))
                .collect(Collectors.joining("\n"));
    }

    private static String productIdIn(String line) {
        try {
            return JSON.readTree(line).path("productId").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}

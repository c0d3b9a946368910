package shop.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    static Stream<Path> schemas() throws IOException {
        return Files.walk(Path.of("")).filter(it -> it.toString().matches("[a-z.]+\\.v1/\\w+\\.schema\\.json"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void every_example_keeps_its_schema(Path schema) throws IOException {
        var example = Path.of(schema.toString().replace(".schema.", ".example."));

        var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(schema), InputFormat.JSON)
                .validate(Files.readString(example), InputFormat.JSON);

        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void every_event_stands_in_the_asyncapi_document(Path schema) throws IOException {
        assertThat(Files.readString(Path.of("asyncapi.yaml"))).contains("./" + schema);
    }
}

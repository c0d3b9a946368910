package shop.contracts.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/// Names the field of a body whose value is of the wrong kind, and no class of ours.
@Provider
@Priority(1) // Before those of the libraries.
public class WrongBody extends ExceptionMapperBase<MismatchedInputException> {

    @Override
    protected HttpProblem toProblem(MismatchedInputException mismatch) {
        return of(mismatch);
    }

    static HttpProblem of(JsonMappingException mismatch) {
        var field = pathOf(mismatch.getPath());
        return Problems.invalid(field.isEmpty() ? "body" : field, "has a value of the wrong kind");
    }

    private static String pathOf(List<Reference> references) {
        var path = new StringBuilder();
        for (var reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }
}

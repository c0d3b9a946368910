package shop.contracts.http;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/// Answers 401 where a token is needed and there is none.
@Provider
@Priority(1) // Before that of the library, which does not know this Quarkus.
public class NoToken extends ExceptionMapperBase<UnauthorizedException> {

    @Override
    protected HttpProblem toProblem(UnauthorizedException refusal) {
        return Problems.unauthorized();
    }
}

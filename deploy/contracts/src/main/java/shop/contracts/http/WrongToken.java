package shop.contracts.http;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/// Answers 401 where the token is not valid. What is wrong with it helps nobody who should be helped.
@Provider
@Priority(1) // Before that of the library, which does not know this Quarkus.
public class WrongToken extends ExceptionMapperBase<AuthenticationFailedException> {

    @Override
    protected HttpProblem toProblem(AuthenticationFailedException refusal) {
        return Problems.unauthorized();
    }
}

package shop.inventory.audit;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import shop.contracts.http.Problems;

/// What a refusal looks like over HTTP.
class AuditProblems {

    private static final int AUDIT_SECONDS = 10;
    private static final int REPAIR_SECONDS = 5;

    @ServerExceptionMapper
    Response of(AuditRefused refused) {
        return switch (refused) {
            case AuditRefused.AuditRunning it -> auditRunning(it).toResponse();
            case AuditRefused.RepairRunning it ->
                Problems.conflict("repair-running", "A repair is under way", message(it))
                        .withHeader("Retry-After", REPAIR_SECONDS)
                        .build()
                        .toResponse();
            case AuditRefused.NeverAudited it ->
                Problems.conflict("never-audited", "There was no audit yet", message(it))
                        .with("field", "productIds")
                        .build()
                        .toResponse();
        };
    }

    private static HttpProblem auditRunning(AuditRefused.AuditRunning it) {
        var problem = Problems.conflict("audit-running", "An audit is under way", message(it))
                .withHeader("Retry-After", AUDIT_SECONDS);
        if (it.startedAt() instanceof Instant startedAt) {
            problem.with("startedAt", startedAt);
        }
        return problem.build();
    }

    private static String message(AuditRefused refused) {
        return String.valueOf(refused.getMessage());
    }
}

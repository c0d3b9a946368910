package shop.order;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import shop.contracts.http.Problems;
import shop.order.customer.CustomerRefusal;
import shop.order.customer.CustomerRefusal.AddressExists;
import shop.order.customer.CustomerRefusal.CustomerExists;
import shop.order.customer.CustomerRefusal.UnknownAddress;
import shop.order.customer.CustomerRefusal.UnknownCustomer;
import shop.order.lifecycle.InvalidTransition;
import shop.order.lifecycle.OrderRefusal;
import shop.order.lifecycle.UnknownOrder;
import shop.order.payment.WebhookRefusal;
import shop.order.payment.WebhookRefusal.NotGenuine;
import shop.order.payment.WebhookRefusal.OtherNotice;

/// The one place that knows which HTTP problem each refusal of the domain is.
final class OrderProblems {

    private OrderProblems() {}

    @Provider
    static final class OfOrders extends ExceptionMapperBase<OrderRefusal> {
        @Override
        protected HttpProblem toProblem(OrderRefusal refusal) {
            return switch (refusal) {
                case UnknownOrder it -> Problems.notFound("order", it.orderId().toString());
                case InvalidTransition it -> invalid(it);
            };
        }

        private static HttpProblem invalid(InvalidTransition refusal) {
            return Problems.conflict(
                            "invalid-transition",
                            "The order's status does not allow this",
                            String.valueOf(refusal.getMessage()))
                    .with("from", refusal.from())
                    .with("to", refusal.to())
                    .with("allowed", refusal.allowed())
                    .build();
        }
    }

    @Provider
    static final class OfNotices extends ExceptionMapperBase<WebhookRefusal> {
        @Override
        protected HttpProblem toProblem(WebhookRefusal refusal) {
            var problem = switch (refusal) {
                case NotGenuine _ ->
                    Problems.of(
                            "invalid-signature",
                            Response.Status.UNAUTHORIZED,
                            "The notice is not genuine",
                            String.valueOf(refusal.getMessage()));
                case OtherNotice _ ->
                    Problems.conflict("notice-id-reused", "Not a repeat", String.valueOf(refusal.getMessage()));
            };
            return problem.with("field", refusal.header()).build();
        }
    }

    @Provider
    static final class OfCustomers extends ExceptionMapperBase<CustomerRefusal> {
        @Override
        protected HttpProblem toProblem(CustomerRefusal refusal) {
            return switch (refusal) {
                case UnknownCustomer it -> Problems.notFound("customer", it.id());
                case UnknownAddress it -> Problems.notFound("address", it.id());
                case CustomerExists it -> taken("customer-exists", "customerId", it);
                case AddressExists it -> taken("address-exists", "addressId", it);
            };
        }

        private static HttpProblem taken(String slug, String field, CustomerRefusal refusal) {
            return Problems.conflict(slug, "Exists already", String.valueOf(refusal.getMessage()))
                    .with("field", field)
                    .with(field, refusal.id())
                    .build();
        }
    }
}

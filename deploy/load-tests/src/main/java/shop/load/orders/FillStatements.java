package shop.load.orders;

/// The SQL that fills the order-service's tables: everything about an order follows from its number.
final class FillStatements {

    /// So much of what was bought is alike that orders can share it: 10,000 of these, of one to four lines.
    static final String BASKETS = """
            CREATE TEMP TABLE basket AS
            WITH drawn AS (
                SELECT number, line, 1 + (hashint8extended(number, line) & 3) AS quantity,
                    round((99 + (hashint8extended(number, line + 10) & 16383)) / 100.0, 2) AS price,
                    hashint8extended(number, line + 20) & 65535 AS product
                FROM generate_series(0, 9999) number,
                    generate_series(1, CASE WHEN number % 20 < 10 THEN 1 WHEN number % 20 < 15 THEN 2
                        WHEN number % 20 < 18 THEN 3 ELSE 4 END) line
            ), priced AS (
                SELECT *, quantity * price AS subtotal,
                    CASE WHEN quantity > 2 THEN round(quantity * price / 10, 2) ELSE 0.00 END AS discount
                FROM drawn
            )
            SELECT number, sum(subtotal) AS subtotal, sum(discount) AS discount, sum(subtotal - discount) AS total,
                jsonb_agg(jsonb_build_object('productId', 'LOAD-' || product,
                    'name', 'A product with a name, no. ' || product, 'quantity', quantity,
                    'unitPrice', price::text, 'discount', discount::text,
                    'total', (subtotal - discount)::text, 'explanation', CASE WHEN discount = 0 THEN '[]'::jsonb
                        ELSE jsonb_build_array(jsonb_build_object('rule', 'BULK', 'amount', discount::text)) END)
                    ORDER BY line) AS lines
            FROM priced GROUP BY number
            """;

    static final String ANALYZE_BASKETS = "ANALYZE basket";

    /// Orders from a number to another one, with their history, which is all told.
    ///
    /// They were placed in the order of their numbers, evenly over three years; those of the last two days are
    /// under way. A customer's number is drawn so that few customers have many orders and many have few.
    ///
    /// Parameters: every how many orders one is of the customer who has most; how many are theirs; all customers;
    /// all orders; the first number and the last; how many history rows for each at most.
    static final String ORDERS = """
            WITH drawn AS (
                SELECT n, md5(n::text)::uuid AS id, hashint8extended(n, 1) & 1048575 AS chance,
                    CASE WHEN n %% p.distance = 0 AND n / p.distance <= p.largest THEN '%s'
                        ELSE 'customer-' || floor(p.customers
                            * power((hashint8extended(n, 2) & 1073741823)::float8 / 1073741824, 2)) END AS customer_id,
                    now() - interval '3 years' * ((p.orders - n)::float8 / p.orders) AS placed_at
                FROM (SELECT ?::bigint, ?::bigint, ?::bigint, ?::bigint) p (distance, largest, customers, orders),
                    generate_series(?::bigint, ?::bigint) n
            ), dated AS (
                SELECT *, CASE
                    WHEN placed_at < now() - interval '2 days'
                        THEN CASE WHEN chance %% 20 = 0 THEN 'CANCELLED' ELSE 'DELIVERED' END
                    WHEN chance %% 10 = 0 THEN 'PENDING' WHEN chance %% 10 < 4 THEN 'CONFIRMED' ELSE 'SHIPPED'
                    END AS status
                FROM drawn
            ), written AS (
                INSERT INTO orders (id, customer_id, status, sequence, lines, subtotal, discount, total, currency,
                    region, address_id, fingerprint, payment_id, carrier, tracking_number, placed_at, changed_at)
                SELECT d.id, d.customer_id, d.status, CASE d.status WHEN 'PENDING' THEN 1 WHEN 'CONFIRMED' THEN 2
                        WHEN 'CANCELLED' THEN 2 WHEN 'SHIPPED' THEN 3 ELSE 4 END,
                    b.lines, b.subtotal, b.discount, b.total, 'USD', 'EU', 'home', '6c1f4f0b7d0e4a55',
                    CASE WHEN d.status IN ('CONFIRMED', 'SHIPPED', 'DELIVERED') THEN 'pay-' || d.id END,
                    CASE WHEN d.status IN ('SHIPPED', 'DELIVERED') THEN 'A carrier' END,
                    CASE WHEN d.status IN ('SHIPPED', 'DELIVERED') THEN '1Z' || d.n END,
                    d.placed_at, d.placed_at + interval '1 hour'
                FROM dated d JOIN basket b ON b.number = d.chance %% 10000
                RETURNING id, status, sequence, placed_at
            )
            INSERT INTO order_history (order_id, sequence, event_id, type, event, actor, at, told)
            SELECT id, s, md5(id::text || s)::uuid,
                CASE WHEN s = 1 THEN 'OrderPlaced' WHEN status = 'CANCELLED' THEN 'OrderCancelled'
                    WHEN s = 2 THEN 'OrderConfirmed' WHEN s = 3 THEN 'OrderShipped' ELSE 'OrderDelivered' END,
                NULL, 'load', placed_at + (s - 1) * interval '20 minutes', true
            FROM written, generate_series(1, least(sequence, ?::integer)) s
            """.formatted(Filling.LARGEST);

    /// What is pending waits for its customer, as a bank transfer does: there is nothing to ask for yet.
    static final String PAYMENTS = """
            INSERT INTO payment (order_id, amount, currency, method, status, next_attempt_at, expires_at)
            SELECT id, total, currency, 'BANK_TRANSFER', 'DUE', now() + interval '1 day', now() + interval '3 days'
            FROM orders WHERE status = 'PENDING' ON CONFLICT DO NOTHING
            """;

    private FillStatements() {}
}

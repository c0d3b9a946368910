package shop.cart.redis;

import java.time.Duration;

record TestSettings(String url, Duration timeout, int connections, Duration patience, Duration probe)
        implements RedisSettings {}

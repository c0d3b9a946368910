package shop.local.suite;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import shop.local.server.Addresses;

/// Where a suite listens.
///
/// @param servers where its servers do, unless they are external
public record Ports(Addresses servers, Map<Service, Integer> services) {

    private static final int FIRST = 8081;

    /// Those that the documentation names: services from 8081 on.
    public static Ports standard() {
        return new Ports(Addresses.standard(), services(it -> FIRST + it.ordinal()));
    }

    /// Ports that nobody uses now, so that a suite disturbs no other.
    public static Ports free() {
        return new Ports(Addresses.free(), services(_ -> Addresses.freePort()));
    }

    int of(Service service) {
        return Objects.requireNonNull(services.get(service));
    }

    private static Map<Service, Integer> services(ToIntFunction<Service> port) {
        var services = new EnumMap<Service, Integer>(Service.class);
        Stream.of(Service.values()).forEach(it -> services.put(it, port.applyAsInt(it)));
        return services;
    }
}

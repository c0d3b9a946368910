package shop.local.test;

import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Gives a `@QuarkusTest` real servers: Kafka with the shop's topics always, the others as named.
///
/// They start once in a test JVM, whatever asks for them, and end with it. Test classes with the same annotation share
/// one application. (That is why there is no array of servers here: Quarkus finds two arrays never equal.)
@WithTestResource(ServersResource.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithServers {

    /// The service's own database on PostgreSQL; without a name there is no PostgreSQL.
    String database() default "";

    boolean redis() default false;

    boolean openSearch() default false;

    boolean mailbox() default false;
}

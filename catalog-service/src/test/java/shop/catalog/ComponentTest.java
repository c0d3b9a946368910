package shop.catalog;

import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import shop.local.test.WithServers;

/// The service with its real servers. All classes share one application, so every test uses ids of its own.
@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ComponentTest {}

package shop.contracts.http;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes a resource method obey `Idempotency-Key`: the same key and body get the first answer again.
///
/// The method runs in one database transaction together with the keeping of its answer, so it must do nothing that a
/// roll-back cannot undo, take only path parameters and its body, and return a `Response`.
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}

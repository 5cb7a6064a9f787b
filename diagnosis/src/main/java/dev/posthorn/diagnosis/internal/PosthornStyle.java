package dev.posthorn.diagnosis.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How our values are generated: the implementation hidden, the builder strict, nothing but the JDK at run time. The twin
 * of the core's style, which is not exported.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        strictBuilder = true,
        allowedClasspathAnnotations = {Override.class},
        jdkOnly = true)
public @interface PosthornStyle {}

package dev.posthorn.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How our values are generated: the implementation hidden, the builder strict, nothing but the JDK at run time.
 *
 * <p>Retention is SOURCE because a style kept in class files makes the compilers of our users look for the enums of
 * Immutables. For the same reason generated classes carry none of the annotations that Immutables would find on the
 * class path, its own {@code Generated} among them.
 *
 * <p>An interface cannot say what {@code toString} is; where it has a method {@code oneLine()}, that is it.
 */
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        strictBuilder = true,
        allowedClasspathAnnotations = {Override.class},
        jdkOnly = true,
        underrideToString = "oneLine")
public @interface PosthornStyle {}

/**
 * One question per class, contenders as method names; a test beside each class proves that all contenders give the same
 * answer. How to run them and how results are reported stands in this module's README.
 */
@NullMarked
package dev.posthorn.benchmarks;

import org.jspecify.annotations.NullMarked;

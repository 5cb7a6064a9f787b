package dev.posthorn.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;

/** Folds parts in order, neighbour with neighbour, in a grouping that the seed decides. */
final class MergeTree {

    private MergeTree() {}

    static <T> T fold(List<T> parts, long seed, BinaryOperator<T> merge) {
        Random random = new Random(seed);
        List<T> left = new ArrayList<>(parts);
        while (left.size() > 1) {
            int at = random.nextInt(left.size() - 1);
            left.set(at, merge.apply(left.get(at), left.remove(at + 1)));
        }
        return left.get(0);
    }
}

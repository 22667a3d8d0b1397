package dev.touchstone.models.judge;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A judge that answers by a rule and remembers what it was asked. */
public final class TestingJudge implements PairJudge {
    private final Function<Question, Opinion> rule;
    private final List<Question> asked = new CopyOnWriteArrayList<>();

    /** @param rule what to answer */
    public TestingJudge(Function<Question, Opinion> rule) {
        this.rule = rule;
    }

    /** All questions so far. */
    public List<Question> asked() {
        return asked;
    }

    @Override
    public Opinion judge(Question question) {
        asked.add(question);
        return rule.apply(question);
    }

    @Override
    public String identity() {
        return "testing-1";
    }

    @Override
    public void close() {}
}

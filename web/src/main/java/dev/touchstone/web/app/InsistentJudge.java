package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.models.judge.Opinion;
import dev.touchstone.models.judge.PairJudge;
import dev.touchstone.models.judge.Question;

/** A judge for measuring: figures with answers missing would be those of another model. */
record InsistentJudge(PairJudge judge) implements PairJudge {
    @Override
    public Opinion judge(Question question) {
        var opinion = judge.judge(question);
        if (opinion instanceof Opinion.Failed(var reason))
            throw new BadInput("the bigger model did not answer: %s; measure again when it does".formatted(reason));
        return opinion;
    }

    @Override
    public String identity() {
        return judge.identity();
    }

    @Override
    public void close() {
        judge.close();
    }
}

package dev.touchstone.models.classify;

import dev.touchstone.models.classify.Cue.Kind;
import dev.touchstone.models.corenlp.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Cues as sequences of lemmas, found by their first one. A lemma may carry the part of speech that it must have:
 * {@code since/IN} is not the adverb, {@code cost/V} not the noun.
 */
final class CueLexicon {
    static final CueLexicon ENGLISH = new CueLexicon()
            .add(
                    Kind.REASON,
                    "because, so that, in order to, due to, owing to, as a result, therefore, thus, hence, since/IN, the reason,"
                            + " that be why, this mean, which mean, to avoid, to ensure, to make sure, to allow, to enable, to prevent,"
                            + " to reduce, to support, motivate, justify, lead to, cause/V, given that, for the sake of, thereby,"
                            + " consequently, rationale, motivation")
            .add(
                    Kind.CONTRAST,
                    "but, however, instead, rather than, whereas, on the other hand, unlike, in contrast, conversely, yet,"
                            + " otherwise, compare to, as oppose to")
            .add(
                    Kind.CONCESSION,
                    "although, though, despite, in spite of, even if, even though, at the cost of, at the expense of, trade-off,"
                            + " tradeoff, trade off, accept that, we accept, sacrifice, give up, nevertheless, nonetheless,"
                            + " while/IN, albeit, regardless of")
            .add(
                    Kind.HEDGE,
                    "may/MD, might/MD, could/MD, perhaps, possibly, probably, likely, unlikely, seem, appear, maybe,"
                            + " potentially, arguably, we think, we believe, unclear, unknown, to be decide")
            .add(Kind.CONDITION, "if, unless, provided that, as long as, in case, whether, assume")
            .add(
                    Kind.COST,
                    "cost, costly, drawback, downside, disadvantage, con, burden, overhead, risk, risky, harm, break, breakage,"
                            + " slow, slowly, expensive, difficult, difficulty, hard, problem, problematic, issue, complex, complexity,"
                            + " complicated, complicate, confuse, confusing, confusion, fail, failure, lose, loss, bad, worse, worst, pain,"
                            + " painful, cumbersome, duplicate, duplication, tedious, toil, fragile, brittle, error-prone, vulnerable,"
                            + " vulnerability, insecure, leak, attack, expose, unsafe, surprise, surprising, limit/V, limitation, limited,"
                            + " restrict, block, delay, waste, wasteful, inconsistent, inconsistency, ambiguous, ambiguity, unclear,"
                            + " unmaintained, outdated, legacy, deprecated, technical debt, debt, bug, error, crash, outage, downtime,"
                            + " degrade, penalty, friction, hinder, impede, suffer, concern, worry, frustrate, frustrating,"
                            + " inconvenient, inefficient, unnecessary, lock-in, bottleneck, conflict, disruption, disrupt, incompatible,"
                            + " incompatibility, violate, threat, undermine, weaken, miss/V, lack/N, inability, impossible, unable,"
                            + " too much, too many, too long, harder, slower, heavy, awkward, noise, noisy, hide, churn, unreliable")
            .add(
                    Kind.BENEFIT,
                    "benefit, advantage, pro, upside, improve, improvement, easy, easily, easier, ease, simple, simply, simplify,"
                            + " simplicity, fast, faster, quick, quickly, good, better, best, help, allow, enable, reduce, protect,"
                            + " protection, support, efficient, efficiently, efficiency, secure, security, safe, safety, safely, ensure,"
                            + " guarantee, flexible, flexibility, robust, reliable, reliability, stable, stability, consistent, consistency,"
                            + " clear, clarity, clean, readable, transparent, transparency, useful, convenient, convenience, intuitive,"
                            + " powerful, compatible, compatibility, available, availability, encourage, empower, save, gain, prefer,"
                            + " straightforward, familiar, well-tested, mature, proven, scalable, scale, maintainable, accessible,"
                            + " welcome, fair, lightweight, cheap, low, minimal, automatic, automatically, automate, resilient, isolate,"
                            + " trust, value/V, strengthen, benefit/V, comply, keep working, make sense, well")
            .add(
                    Kind.REQUIREMENT,
                    "must/MD, should/MD, shall/MD, need/V, have to, require, requirement, necessary, essential, important,"
                            + " critical, goal, principle, want, expect, aim, mandatory, crucial, responsible")
            .add(
                    Kind.CHANGE,
                    "avoid, prevent, reduce, remove, eliminate, minimise, minimize, mitigate, fix, solve, resolve, address,"
                            + " overcome, protect against, protect from, no longer, less, few, without, free of, guard against, stop/V,"
                            + " decrease, lower/V, alleviate, detect, catch/V, get rid of, rather than, instead of, lower")
            .add(
                    Kind.TODAY,
                    "currently, today, at the moment, at present, right now, so far, until now, as of now, nowadays,"
                            + " historically, to date, at this time, the status quo")
            .add(
                    Kind.DISMISSAL,
                    "reject, be discard, rule out, decide against, would have, could have, we consider/VBD,"
                            + " be consider, dismiss, not choose, opt against, alternatively, another alternative, one alternative");

    private final Map<String, List<Pattern>> byFirst = new HashMap<>();

    private CueLexicon() {}

    private CueLexicon add(Kind kind, String patterns) {
        for (var pattern : patterns.split(",\\s*", -1)) {
            var parsed = Pattern.of(kind, pattern);
            byFirst.computeIfAbsent(parsed.lemmas().getFirst(), _ -> new ArrayList<>())
                    .add(parsed);
        }
        return this;
    }

    /** The cues of a sentence in order of place, before negation is considered. */
    List<Cue> find(List<Word> words) {
        var cues = new ArrayList<Cue>();
        for (var at = 0; at < words.size(); at++)
            for (var pattern : byFirst.getOrDefault(words.get(at).lemma(), List.of()))
                if (pattern.matches(words, at)) cues.add(pattern.cue(words.get(at), at));
        return cues;
    }

    private record Pattern(Kind kind, List<String> lemmas, String tag) {
        static Pattern of(Kind kind, String text) {
            var slash = text.indexOf('/');
            return new Pattern(
                    kind,
                    List.of((slash < 0 ? text : text.substring(0, slash)).split(" ", -1)),
                    slash < 0 ? "" : text.substring(slash + 1));
        }

        boolean matches(List<Word> words, int at) {
            return at + lemmas.size() <= words.size()
                    && words.get(at).tag().startsWith(tag)
                    && IntStream.range(0, lemmas.size())
                            .allMatch(
                                    i -> lemmas.get(i).equals(words.get(at + i).lemma()));
        }

        Cue cue(Word first, int at) {
            return new Cue(kind, String.join(" ", lemmas), first.tag(), at, false);
        }
    }
}

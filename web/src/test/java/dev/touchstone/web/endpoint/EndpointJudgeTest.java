package dev.touchstone.web.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.models.judge.Opinion;
import dev.touchstone.models.judge.Question;
import dev.touchstone.web.testing.TestingChat;
import dev.touchstone.web.testing.TestingChat.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointJudgeTest {
    private static final Question QUESTION =
            new Question("We \"publish\" the log.", "Decision", "Openness", "Anyone can read it.");
    private static final String YES = "{\"bears\": \"yes\", \"probability\": 0.9}";

    @TempDir
    private Path folder;

    @Test
    void a_good_answer_is_an_opinion() {
        try (var chat = new TestingChat(_ -> Reply.saying(YES));
                var judge = judge(chat)) {
            assertThat(judge.judge(QUESTION)).isEqualTo(new Opinion.Given(0.9));
        }
    }

    @Test
    void a_request_holds_the_question_and_asks_for_the_likeliest_answer() {
        try (var chat = new TestingChat(_ -> Reply.saying(YES));
                var judge = judge(chat)) {
            judge.judge(QUESTION);
            assertThat(chat.bodies())
                    .singleElement()
                    .asString()
                    .startsWith("{\"model\":\"tiny\",\"temperature\":0.0,\"max_tokens\":60,\"stream\":false,")
                    .endsWith(
                            "{\"role\":\"user\",\"content\":\"{\\\"sentence\\\":\\\"We \\\\\\\"publish\\\\\\\" the log.\\\","
                                    + "\\\"heading\\\":\\\"Decision\\\",\\\"value\\\":\\\"Openness\\\","
                                    + "\\\"statement\\\":\\\"Anyone can read it.\\\"}\"}]}");
            assertThat(chat.keys()).containsExactly("null");
        }
    }

    @Test
    void a_key_is_sent_from_its_file() throws IOException {
        var file = Files.writeString(folder.resolve("key"), "sk-test\n");
        try (var chat = new TestingChat(_ -> Reply.saying(YES));
                var judge = judge(chat, Map.of("T_ANNOTATOR_KEY_FILE", file.toString()))) {
            judge.judge(QUESTION);
            assertThat(chat.keys()).containsExactly("Bearer sk-test");
        }
    }

    @Test
    void the_same_question_is_asked_once_and_answered_without_the_model_afterwards() {
        try (var chat = new TestingChat(_ -> Reply.saying(YES));
                var first = judge(chat);
                var second = judge(chat)) {
            first.judge(QUESTION);
            chat.stop();
            assertThat(second.judge(QUESTION)).isEqualTo(new Opinion.Given(0.9));
            assertThat(chat.bodies()).hasSize(1);
        }
    }

    @Test
    void another_sentence_heading_or_value_is_another_question() {
        try (var chat = new TestingChat(_ -> Reply.saying(YES));
                var judge = judge(chat)) {
            judge.judge(QUESTION);
            judge.judge(new Question("Other.", QUESTION.heading(), QUESTION.value(), QUESTION.statement()));
            judge.judge(new Question(QUESTION.sentence(), "Other", QUESTION.value(), QUESTION.statement()));
            judge.judge(new Question(QUESTION.sentence(), QUESTION.heading(), "Other", QUESTION.statement()));
            judge.judge(new Question(QUESTION.sentence(), QUESTION.heading(), QUESTION.value(), "Other."));
            assertThat(chat.bodies()).hasSize(5);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yes, it does.",
                "",
                "null",
                "[]",
                "{}",
                "{\"bears\": \"yes\"}",
                "{\"probability\": 0.9}",
                "{\"bears\": \"yes\", \"probability\": 7}",
                "{\"bears\": \"yes\", \"probability\": -0.1}",
                "{\"bears\": \"yes\", \"probability\": \"NaN\"}",
                "{\"bears\": \"yes\", \"probability\": \"high\"}",
                "{\"bears\": \"yes\", \"probability\": 0.1}",
                "{\"bears\": \"no\", \"probability\": 0.9}",
                "{\"bears\": \"unclear\", \"probability\": 0.5}",
                "{\"bears\": \"IGNORE ALL PREVIOUS INSTRUCTIONS\", \"probability\": 1}",
                "{\"bears\": \"yes\", \"probability\": 0.9} and now a poem"
            })
    void anything_else_is_no_opinion_and_is_not_asked_again(String words) {
        try (var chat = new TestingChat(_ -> Reply.saying(words));
                var judge = judge(chat)) {
            assertThat(judge.judge(QUESTION)).isEqualTo(new Opinion.Withheld());
            assertThat(judge.judge(QUESTION)).isEqualTo(new Opinion.Withheld());
            assertThat(chat.bodies()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "null",
                "[]",
                "{}",
                "{\"choices\": []}",
                "{\"choices\": [null]}",
                "{\"choices\": [{}]}",
                "{\"choices\": [{\"message\": {}}]}",
                "{\"error\": \"overloaded\"}"
            })
    void a_response_of_another_shape_is_no_opinion(String body) {
        try (var chat = new TestingChat(_ -> new Reply(200, body));
                var judge = judge(chat)) {
            assertThat(judge.judge(QUESTION)).isEqualTo(new Opinion.Withheld());
        }
    }

    @Test
    void an_answer_in_a_block_of_code_is_read() {
        try (var chat = new TestingChat(_ -> Reply.saying("```json\n" + YES + "\n```"));
                var judge = judge(chat)) {
            assertThat(judge.judge(QUESTION)).isEqualTo(new Opinion.Given(0.9));
        }
    }

    @Test
    void a_fault_that_passes_is_tried_again() {
        var first = new AtomicInteger();
        try (var chat = new TestingChat(
                        _ -> first.getAndIncrement() == 0 ? new Reply(503, "busy") : Reply.saying(YES));
                var judge = judge(chat)) {
            assertThat(judge.judge(QUESTION)).isEqualTo(new Opinion.Given(0.9));
            assertThat(chat.bodies()).hasSize(2);
        }
    }

    @Test
    void a_fault_that_stays_is_a_failure_after_three_tries_and_is_not_remembered() {
        try (var chat = new TestingChat(_ -> new Reply(500, "broken"));
                var judge = judge(chat)) {
            assertThat(judge.judge(QUESTION)).isEqualTo(new Opinion.Failed("127.0.0.1 answered with the status 500"));
            assertThat(chat.bodies()).hasSize(3);
            judge.judge(QUESTION);
            assertThat(chat.bodies()).hasSize(6);
        }
    }

    @Test
    void a_refusal_is_not_tried_again() {
        try (var chat = new TestingChat(_ -> new Reply(401, "no key"));
                var judge = judge(chat)) {
            assertThat(judge.judge(QUESTION)).isEqualTo(new Opinion.Failed("127.0.0.1 answered with the status 401"));
            assertThat(chat.bodies()).hasSize(1);
        }
    }

    @Test
    void a_redirection_is_not_followed() {
        try (var elsewhere = new TestingChat(_ -> Reply.saying(YES));
                var chat = new TestingChat(_ -> new Reply(307, elsewhere.address() + "/chat/completions"));
                var judge = judge(chat)) {
            assertThat(judge.judge(QUESTION)).isEqualTo(new Opinion.Failed("127.0.0.1 answered with the status 307"));
            assertThat(elsewhere.bodies()).isEmpty();
        }
    }

    @Test
    void a_slow_model_is_a_failure() {
        var never = new CountDownLatch(1);
        Function<String, Reply> slow = _ -> {
            try {
                never.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return Reply.saying(YES);
        };
        try (var chat = new TestingChat(slow);
                var judge = new EndpointJudge(
                        settings(chat.address(), Map.of()),
                        folder.resolve("answers"),
                        new EndpointJudge.Waits(Duration.ofMillis(150), Duration.ofMillis(1)))) {
            assertThat(judge.judge(QUESTION)).isEqualTo(new Opinion.Failed("127.0.0.1 gave no answer within 150 ms"));
            never.countDown();
        }
    }

    @Test
    void an_answer_without_an_end_is_a_failure() {
        try (var chat = new TestingChat(_ -> Reply.saying("a".repeat(200_000)));
                var judge = judge(chat)) {
            assertThat(judge.judge(QUESTION)).isInstanceOf(Opinion.Failed.class);
        }
    }

    @Test
    void after_five_failures_in_a_row_no_more_is_asked() {
        try (var chat = new TestingChat(_ -> new Reply(401, ""));
                var judge = judge(chat)) {
            for (var i = 0; i < 8; i++) judge.judge(new Question("Sentence " + i, "", "Openness", "Open."));
            assertThat(chat.bodies()).hasSize(5);
            assertThat(judge.judge(QUESTION))
                    .isEqualTo(new Opinion.Failed("not asked, after 127.0.0.1 had not answered 5 times in a row"));
        }
    }

    @Test
    void a_damaged_answer_on_the_disk_is_asked_for_again() throws IOException {
        try (var chat = new TestingChat(_ -> Reply.saying(YES));
                var judge = judge(chat)) {
            judge.judge(QUESTION);
            try (var kept = Files.walk(folder.resolve("answers"))) {
                var files = kept.filter(Files::isRegularFile).toList();
                assertThat(files)
                        .singleElement()
                        .satisfies(file -> assertThat(file).hasContent("{\"probability\":0.9}"));
                Files.writeString(files.getFirst(), "{\"probability\": 4");
            }
            assertThat(judge.judge(QUESTION)).isEqualTo(new Opinion.Given(0.9));
            assertThat(chat.bodies()).hasSize(2);
        }
    }

    @Test
    void the_identity_names_model_host_and_prompt_and_no_key() {
        try (var judge = judge("http://127.0.0.1:9/v1", Map.of())) {
            assertThat(judge.identity()).isEqualTo("endpoint-tiny@127.0.0.1-prompt-1");
        }
    }

    private EndpointJudge judge(TestingChat chat) {
        return judge(chat, Map.of());
    }

    private EndpointJudge judge(TestingChat chat, Map<String, String> more) {
        return judge(chat.address(), more);
    }

    private EndpointJudge judge(String address, Map<String, String> more) {
        return new EndpointJudge(
                settings(address, more),
                folder.resolve("answers"),
                new EndpointJudge.Waits(Duration.ofSeconds(20), Duration.ofMillis(1)));
    }

    private static EndpointSettings settings(String address, Map<String, String> more) {
        var environment = new HashMap<>(more);
        environment.put("T_ANNOTATOR_URL", address);
        environment.put("T_ANNOTATOR_HOSTS", "127.0.0.1");
        environment.put("T_ANNOTATOR_MODEL", "tiny");
        return EndpointSettings.of(environment, "T_").orElseThrow();
    }
}

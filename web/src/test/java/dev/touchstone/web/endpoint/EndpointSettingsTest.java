package dev.touchstone.web.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointSettingsTest {
    @Test
    void without_an_address_nothing_is_asked() {
        assertThat(EndpointSettings.of(Map.of("T_ANNOTATOR_HOSTS", "models.example.org"), "T_"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://models.example.org/v1, https://models.example.org/v1/chat/completions",
        "https://Models.Example.org:8443/v1/, https://Models.Example.org:8443/v1/chat/completions",
        "https://models.example.org/openai/chat/completions, https://models.example.org/openai/chat/completions",
        "http://localhost:11434/v1, http://localhost:11434/v1/chat/completions",
    })
    void the_address_of_chat_completions_is_found(String given, String asked) {
        assertThat(settings(given).address()).hasToString(asked);
    }

    @Test
    void the_warning_names_model_host_and_what_goes_there() {
        assertThat(settings("https://models.example.org:8443/v1").warning())
                .isEqualTo(
                        "warning: to the model tiny at models.example.org:8443 go the doubtful sentences word for word,"
                                + " each with its section's heading and one value's name and statement; no names of files or"
                                + " authors, but whatever a sentence says");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://elsewhere.org/v1           | names the host elsewhere.org, which T_ANNOTATOR_HOSTS does not list (localhost, models.example.org); nothing was sent; list it to allow it
            https://models.example.org.evil.com/v1 | names the host models.example.org.evil.com, which
            https://models.example.org@evil.com/v1 | must look like https://host/v1, not 'https://models.example.org@evil.com/v1'
            https://models.example.org/v1?x=1  | must look like https://host/v1, not
            models.example.org                 | must look like https://host/v1, not 'models.example.org'
            http://models.example.org/v1       | must begin with https:// (http:// only for this machine)
            ftp://models.example.org/v1        | must begin with https:// (http:// only for this machine)
            """)
    void an_address_that_is_not_allowed_is_refused_in_one_line(String address, String fault) {
        assertThatThrownBy(() -> settings(address))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("environment: T_ANNOTATOR_URL " + fault);
    }

    @Test
    void without_a_list_no_host_is_allowed_and_without_a_model_nothing_is_asked() {
        assertThatThrownBy(() -> EndpointSettings.of(Map.of("T_ANNOTATOR_URL", "https://a.org/v1"), "T_"))
                .hasMessageContaining("which T_ANNOTATOR_HOSTS does not list (none)");
        assertThatThrownBy(() -> EndpointSettings.of(
                        Map.of("T_ANNOTATOR_URL", "https://a.org/v1", "T_ANNOTATOR_HOSTS", "a.org"), "T_"))
                .hasMessage("environment: T_ANNOTATOR_MODEL is missing; name the model to ask");
    }

    @Test
    void a_file_that_holds_no_key_is_told_without_its_content(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("key"), "two words");
        var settings = new EndpointSettings(URI.create("https://a.org"), "tiny", Optional.of(file));
        assertThatThrownBy(settings::key)
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ": this is no key; write the key alone into the file");
    }

    private static EndpointSettings settings(String address) {
        var environment = new HashMap<String, String>();
        environment.put("T_ANNOTATOR_URL", address);
        environment.put("T_ANNOTATOR_HOSTS", "localhost, models.example.org");
        environment.put("T_ANNOTATOR_MODEL", "tiny");
        return EndpointSettings.of(environment, "T_").orElseThrow();
    }
}

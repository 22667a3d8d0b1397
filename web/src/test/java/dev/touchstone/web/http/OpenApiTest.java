package dev.touchstone.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.web.json.DocumentId;
import dev.touchstone.web.testing.TestingCollections;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The API's description against the API. */
class OpenApiTest {
    @Test
    void what_is_described_is_served_and_what_is_served_is_described() throws IOException {
        try (var server = new Server(TestingCollections.none(), "localhost", 0)) {
            assertThat(described(description()))
                    .containsExactlyInAnyOrderElementsOf(server.routes().stream()
                            .filter(route -> route.contains(" /api/") || route.contains(" /health/"))
                            .toList());
        }
    }

    @Test
    void every_reference_of_the_description_leads_to_a_schema() throws IOException {
        var description = description();
        var schemas = description.path("components").path("schemas");
        assertThat(description.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(schemas.has(reference.replace("#/components/schemas/", "")))
                        .as(reference)
                        .isTrue());
    }

    @Test
    void answers_have_the_keys_that_are_described() throws IOException {
        try (var service = new TestingService(TestingCollections.few()).start()) {
            var schemas = description().path("components").path("schemas");
            assertKeys(service, "/api/v1/documents", schemas.path("Documents"));
            assertKeys(service, "/api/v1/search?q=costs", schemas.path("Found"));
            assertKeys(service, "/api/v1/audits", schemas.path("Audits"));
            assertKeys(service, "/api/v1/audits/current", schemas.path("Audit"));
            assertKeys(service, "/api/v1/charters", schemas.path("Charters"));
        }
    }

    @Test
    void what_is_told_beside_a_document_has_the_keys_that_are_described() throws IOException {
        try (var service = new TestingService(TestingCollections.edited()).start()) {
            var schemas = description().path("components").path("schemas");
            var document = "/api/v1/documents/" + DocumentId.of(TestingCollections.EDITED);
            assertKeys(service, document + "/versions", schemas.path("Versions"));
            assertKeys(service, document + "/changes", schemas.path("Changes"));
            assertKeys(service, document + "/alike", schemas.path("Alike"));
            assertKeys(service, "/api/v1/exceptions", schemas.path("Exceptions"));
        }
    }

    private static void assertKeys(TestingService service, String path, JsonNode schema) throws IOException {
        assertSame(path, new ObjectMapper().readTree(service.get(path).body()), schema);
    }

    /** Down to where the description only says "object" or names another schema. */
    private static void assertSame(String place, JsonNode answer, JsonNode schema) {
        if (answer.isArray()) {
            for (var item : answer) assertSame(place + "[]", item, schema.path("items"));
            return;
        }
        var properties = schema.path("properties");
        if (!answer.isObject() || properties.isMissingNode()) return;
        assertThat(answer.fieldNames())
                .toIterable()
                .as(place)
                .containsExactlyInAnyOrderElementsOf(() -> properties.fieldNames());
        for (var key : (Iterable<String>) properties::fieldNames)
            assertSame(place + "." + key, answer.path(key), properties.path(key));
    }

    private static JsonNode description() throws IOException {
        try (var stream = Server.class.getResourceAsStream("openapi.json")) {
            return new ObjectMapper().readTree(stream);
        }
    }

    private static List<String> described(JsonNode description) {
        var routes = new ArrayList<String>();
        for (var path : description.path("paths").properties())
            for (var method : path.getValue().properties())
                routes.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        return routes;
    }
}

package dev.touchstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Goals S1 and S4, of the finished package: run at the end of a verification, when there is one. */
class PackageCheck {
    private static final Path LIB = Path.of("target", "lib");
    private static final Path BILL = LIB.resolve("touchstone.cdx.json");
    private static final String OWN = "dev.touchstone";

    /** Licences under which a library may be combined with a program under GPL-3.0-or-later, as libraries write them. */
    private static final Set<String> LICENCES = Set.of(
            "Apache-2.0",
            "Apache License v2",
            "Apache License 2",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "0BSD",
            "Bouncy Castle Licence",
            "Similar to Apache License but with the acknowledgment clause removed",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "The GNU Lesser General Public License, Version 2.1",
            "GPL-2.0-with-classpath-exception",
            "(CDDL-1.0 OR GPL-2.0-with-classpath-exception)",
            "GNU General Public License, version 2 with the GNU Classpath Exception",
            "GENERAL PUBLIC LICENSE, version 3 (GPL-3.0)",
            "GNU General Public License Version 3");

    /** Parsers that Tika brings along under licences of which a person has to say whether they go with ours. */
    private static final Map<String, String> UNDECIDED = Map.of(
            "com.github.junrar:junrar", "UnRar License",
            "org.tallison:jmatio", "BSD-4-Clause",
            "com.github.jai-imageio:jai-imageio-core", "BSD 3-clause License w/nuclear disclaimer");

    private static final Pattern SECRET = Pattern.compile(
            "-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----|\\bAKIA[0-9A-Z]{16}\\b|\\bgh[pousr]_[0-9A-Za-z]{36}\\b");

    private static JsonNode bill() throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(BILL));
    }

    private static List<JsonNode> components() throws IOException {
        return StreamSupport.stream(bill().path("components").spliterator(), false)
                .toList();
    }

    private static List<Path> jars() throws IOException {
        try (var files = Files.list(LIB)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path jar) {
        return String.valueOf(jar.getFileName());
    }

    /** {@code pkg:maven/group/artifact@version?classifier=x&type=jar} as the name of its file. */
    private static String file(JsonNode component) {
        var parts = component.path("purl").asText().split("[?]", 2);
        var coordinates = parts[0].substring(parts[0].lastIndexOf('/') + 1).replace('@', '-');
        var classifier = parts.length < 2
                ? ""
                : List.of(parts[1].split("&", -1)).stream()
                        .filter(one -> one.startsWith("classifier="))
                        .map(one -> "-" + one.substring("classifier=".length()))
                        .findFirst()
                        .orElse("");
        return URLDecoder.decode(coordinates, StandardCharsets.UTF_8) + classifier + ".jar";
    }

    @Test
    void the_bill_of_materials_names_the_jars_of_the_package_and_nothing_else() throws IOException {
        var named = new TreeSet<String>();
        for (var component : components()) named.add(file(component));
        named.add(file(bill().path("metadata").path("component")));
        assertThat(named)
                .containsExactlyElementsOf(
                        jars().stream().map(PackageCheck::name).sorted().toList());
        assertThat(named).hasSizeGreaterThan(50);
    }

    @Test
    void no_parser_for_tests_and_no_test_is_in_the_package() throws IOException {
        for (var jar : jars())
            try (var opened = new JarFile(jar.toFile())) {
                assertThat(opened.stream().map(entry -> entry.getName()))
                        .as(name(jar))
                        .noneMatch(entry -> entry.contains("/MockParser")
                                || (entry.startsWith("dev/touchstone/")
                                        && (entry.endsWith("Test.class") || entry.contains("/Testing"))));
            }
        assertThat(jars().stream().map(PackageCheck::name))
                .noneMatch(jar -> jar.endsWith("-tests.jar") || jar.startsWith("junit") || jar.startsWith("selenium"));
    }

    @Test
    void no_secret_and_no_path_of_the_machine_that_built_it_is_in_the_package() throws IOException {
        var root = Path.of("..").toAbsolutePath().normalize().toString();
        var home = System.getProperty("user.home") + "/";
        var places = new TreeMap<String, String>();
        places.put("touchstone", Files.readString(Path.of("..", "touchstone")));
        places.put(BILL.toString(), Files.readString(BILL));
        for (var jar : jars())
            if (Set.of("auditor", "indexer", "models", "web").contains(name(jar).replaceFirst("-[0-9].*", "")))
                try (var opened = new JarFile(jar.toFile())) {
                    for (var entry : opened.stream().toList())
                        try (var bytes = opened.getInputStream(entry)) {
                            places.put(
                                    name(jar) + "!" + entry.getName(),
                                    new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1));
                        }
                }
        assertThat(places).hasSizeGreaterThan(500).allSatisfy((place, text) -> {
            assertThat(text.contains(root)).as(place + " names " + root).isFalse();
            assertThat(text.contains(home)).as(place + " names " + home).isFalse();
            assertThat(SECRET.matcher(text).find()).as(place + " has a secret").isFalse();
        });
    }

    @Test
    void every_licence_is_one_that_is_allowed() throws IOException {
        var others = new TreeMap<String, String>();
        for (var component : components()) {
            if (component.path("group").asText().equals(OWN)) continue;
            var said = licences(component);
            if (said.stream().noneMatch(LICENCES::contains))
                others.put(
                        component.path("group").asText() + ":"
                                + component.path("name").asText(),
                        String.join(", ", said));
        }
        assertThat(others).containsExactlyInAnyOrderEntriesOf(UNDECIDED);
    }

    private static List<String> licences(JsonNode component) {
        var said = new ArrayList<String>();
        for (var one : component.path("licenses")) {
            var licence = one.path("license");
            if (one.has("expression")) said.add(one.path("expression").asText());
            else said.add(licence.path("id").asText(licence.path("name").asText()));
        }
        return said;
    }
}

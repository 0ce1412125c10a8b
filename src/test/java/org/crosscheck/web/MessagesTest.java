package org.crosscheck.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever pages say in English, they say in German. */
class MessagesTest {
    /** A fact is an Angabe and a verdict a Befund: Crosscheck passes no judgement (Urteil), and states no facts (Fakten) itself. */
    private static final Pattern OTHER_TERMS = Pattern.compile("\\b(Aussagen?|Fakt(en|um)?|Urteile?)\\b");

    private static final Pattern EXPRESSION = Pattern.compile("\\{(?:#if )?(\\w+)");

    static Stream<Class<?>> bundles() {
        return new ClassFileImporter()
                .importPackages("org.crosscheck.web").stream()
                        .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                        .map(JavaClass::reflect);
    }

    private static String name(Class<?> bundle) {
        String name = bundle.getAnnotation(MessageBundle.class).value();
        return name.equals(MessageBundle.DEFAULTED_NAME) ? MessageBundle.DEFAULT_NAME : name;
    }

    private static Properties texts(Class<?> bundle, String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in =
                MessagesTest.class.getResourceAsStream("/messages/" + name(bundle) + "_" + language + ".properties")) {
            if (in == null) return texts;
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
        }
        return texts;
    }

    /** The keys of the texts of a message: several where it has one for each constant. */
    private static List<String> keys(Method message) {
        Class<?>[] types = message.getParameterTypes();
        if (types.length != 1 || !types[0].isEnum()) return List.of(message.getName());
        List<String> keys = new ArrayList<>();
        boolean underscored = Stream.of(types[0].getEnumConstants())
                .anyMatch(constant -> constant.toString().contains("_"));
        for (Object constant : types[0].getEnumConstants())
            keys.add(message.getName() + (underscored ? "_$" : "_") + constant);
        return keys;
    }

    private static Set<String> expressions(String text) {
        Set<String> found = new TreeSet<>();
        Matcher expression = EXPRESSION.matcher(text);
        while (expression.find()) found.add(expression.group(1));
        return found;
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_message_has_a_german_text_and_nothing_else_has(Class<?> bundle) throws IOException {
        List<String> keys = Stream.of(bundle.getMethods())
                .flatMap(message -> keys(message).stream())
                .toList();
        Properties german = texts(bundle, "de");
        assertThat(german.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(german.values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void one_thing_has_one_name(Class<?> bundle) throws IOException {
        assertThat(texts(bundle, "de").values())
                .allSatisfy(text -> assertThat(text.toString()).doesNotContainPattern(OTHER_TERMS));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void a_german_text_says_what_the_english_one_says_it_about(Class<?> bundle) throws IOException {
        Properties english = texts(bundle, "en");
        Properties german = texts(bundle, "de");
        for (Method message : bundle.getMethods()) {
            Set<String> parameters =
                    Stream.of(message.getParameters()).map(Parameter::getName).collect(Collectors.toSet());
            for (String key : keys(message)) {
                String said = message.getAnnotation(Message.class).value();
                String source = said.equals(Message.DEFAULT_VALUE) ? english.getProperty(key) : said;
                assertThat(source).as(key).isNotBlank();
                assertThat(expressions(german.getProperty(key)))
                        .as(key)
                        .isEqualTo(expressions(source))
                        .isSubsetOf(parameters);
            }
        }
    }
}

package org.crosscheck.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Draws values for the laws. One seed draws the same values for ever, and test names carry it. */
public final class Draw {
    /** Cases that a test draws from each seed. */
    public static final int CASES = 300;

    private static final List<String> UNITS = List.of("%", "1", "km", "m", "[ft_i]", "kg", "g", "h", "min", "Cel", "K");
    private static final List<String> THINGS = List.of("USD", "EUR", "person", "c0", "c3", "c5", "c8");
    private static final List<String> WORDS =
            List.of("very", "good", "long", "talk", "Business-like", "businesslike", "-5");

    private final SplittableRandom random;

    public Draw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public static LongStream seeds() {
        return LongStream.rangeClosed(1, 12);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    public <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    public <T> List<T> shuffled(List<T> items) {
        List<T> copy = new ArrayList<>(items);
        Collections.shuffle(copy, new Random(random.nextLong()));
        return copy;
    }

    /** Twelve concepts of two schemes, each with up to two broader ones of any scheme; c10 and c11 are rarely related. */
    public BroaderGraph taxonomy() {
        List<BroaderGraph.Node> nodes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<String> broader = new ArrayList<>();
            for (int links = below(3); links > 0 && i > 0; links--) broader.add("c" + below(i));
            nodes.add(new BroaderGraph.Node("c" + i, chance(4) ? "place" : "kind", broader));
        }
        return BroaderGraph.of(nodes);
    }

    public Value value() {
        return value(of(List.of(Value.Type.values())));
    }

    public Value value(Value.Type type) {
        return switch (type) {
            case QUANTITY -> quantity(of(chance(2) ? UNITS : THINGS));
            case ORDINAL -> new Ordinal(chance(4) ? -1 - below(2) : 1 + below(4));
            case TIME -> time();
            case DURATION -> duration();
            case CONCEPT -> new Concept("c" + below(13));
            case TEXT -> new Text(words(1 + below(4)));
            case TOPIC -> new Topic();
        };
    }

    public Quantity quantity(String unit) {
        BigDecimal low = BigDecimal.valueOf(below(80) - 20, below(2));
        BigDecimal high = chance(3) ? low : low.add(BigDecimal.valueOf(1 + below(90), below(2)));
        boolean point = low.compareTo(high) == 0;
        boolean noLow = !point && chance(6);
        boolean noHigh = !noLow && !point && chance(6);
        return new Quantity(
                noLow ? null : low,
                !noLow && !point && chance(4),
                noHigh ? null : high,
                !noHigh && !point && chance(4),
                unit);
    }

    private Time time() {
        String day = day();
        return new Time(
                switch (below(9)) {
                    case 0 -> day.substring(0, 4);
                    case 1 -> day.substring(0, 7);
                    case 2 -> day.substring(0, 7) + of(List.of("~", "?", "%"));
                    case 3 -> day + of(List.of("~", "?", "%"));
                    case 4 -> day + "T1" + below(10) + ":30:00Z";
                    case 5 -> day + "/" + "2018-0" + (1 + below(9));
                    case 6 -> of(List.of(day + "/..", "../" + day));
                    case 7 -> of(List.of("201X", "20XX", "2016-21", "2017-24", "2017-XX-XX", "2017-02-XX"));
                    default -> day;
                });
    }

    private String day() {
        return "201%d-0%d-%02d".formatted(6 + below(2), 1 + below(3), 1 + below(28));
    }

    private Duration duration() {
        if (chance(6)) return new Duration("P" + below(6) + "M", chance(2), "P" + (200 + below(3)) + "D", chance(2));
        String unit = of(List.of("P%dY", "P%dM", "P%dD", "PT%dH", "P%d.5M"));
        int scale = unit.equals("P%dY") ? 3 : unit.endsWith("M") ? 30 : unit.equals("P%dD") ? 900 : 2000;
        int low = below(scale);
        int high = chance(3) ? low : low + 1 + below(scale);
        boolean noLow = low < high && chance(6);
        boolean noHigh = low < high && !noLow && chance(6);
        return new Duration(
                noLow ? null : unit.formatted(low),
                !noLow && low < high && chance(4),
                noHigh ? null : unit.formatted(high),
                !noHigh && low < high && chance(4));
    }

    private String words(int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) words.add(of(WORDS));
        return String.join(chance(2) ? " " : ", ", words);
    }

    /** {@code value} or something that says less. */
    public Value widened(Value value, BroaderGraph taxonomy) {
        if (value instanceof Quantity q) return widened(q);
        if (value instanceof Duration d) return widened(d);
        if (value instanceof Time t) return new Time(widened(t.edtf()));
        if (value instanceof Concept c) return broader(c, taxonomy);
        if (value instanceof Text t) {
            String[] words = Words.fold(t.text()).split(" ");
            int from = below(words.length);
            int to = from + 1 + below(words.length - from);
            return new Text(String.join(" ", List.of(words).subList(from, to)));
        }
        return value;
    }

    private Quantity widened(Quantity q) {
        boolean openLow = q.max() != null && chance(8);
        boolean openHigh = !openLow && q.min() != null && chance(8);
        BigDecimal less = BigDecimal.valueOf(below(3), 1);
        BigDecimal more = BigDecimal.valueOf(below(3), 1);
        BigDecimal min = q.min() == null || openLow ? null : q.min().subtract(less);
        BigDecimal max = q.max() == null || openHigh ? null : q.max().add(more);
        return new Quantity(
                min,
                min != null && q.minExclusive() && chance(2),
                max,
                max != null && q.maxExclusive() && chance(2),
                q.unit());
    }

    private Duration widened(Duration d) {
        boolean openLow = d.max() != null && chance(8);
        boolean openHigh = !openLow && d.min() != null && chance(8);
        String min = d.min() == null || openLow ? null : moved(d.min(), -below(2));
        String max = d.max() == null || openHigh ? null : moved(d.max(), below(2));
        return new Duration(
                min, min != null && d.minExclusive() && chance(2), max, max != null && d.maxExclusive() && chance(2));
    }

    private static String moved(String iso, int by) {
        int end = 0;
        while (!Character.isDigit(iso.charAt(end))) end++;
        int start = end;
        while (Character.isDigit(iso.charAt(end))) end++;
        int number = Math.max(0, Integer.parseInt(iso.substring(start, end)) + by);
        return iso.substring(0, start) + number + iso.substring(end);
    }

    private String widened(String edtf) {
        int slash = edtf.indexOf('/');
        if (slash >= 0) {
            String from = edtf.substring(0, slash);
            String to = edtf.substring(slash + 1);
            if (from.equals("..")) return "../" + lessPrecise(to);
            if (to.equals("..")) return lessPrecise(from) + "/..";
            return of(List.of("../" + to, from + "/..", from + "/" + lessPrecise(to)));
        }
        if (edtf.contains("T")) return edtf.substring(0, edtf.indexOf('T'));
        return of(List.of(lessPrecise(edtf), edtf + "/..", "../" + edtf, edtf + "/2099"));
    }

    /** A date with a wider margin, or without its last component. */
    private String lessPrecise(String date) {
        if (date.endsWith("~") || date.endsWith("?")) return date.substring(0, date.length() - 1) + "%";
        if (date.endsWith("%")) return date;
        int dash = date.lastIndexOf('-');
        boolean droppable = dash > 0 && date.length() == 10;
        return droppable && chance(2) ? date.substring(0, dash) : date + of(List.of("~", "?", "%"));
    }

    private Concept broader(Concept concept, BroaderGraph taxonomy) {
        List<String> wider = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            if (taxonomy.relate(concept.concept(), "c" + i).isInside()) wider.add("c" + i);
        }
        return wider.isEmpty() ? concept : new Concept(of(wider));
    }
}

package org.crosscheck.extract.fit;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crosscheck.extract.text.Tables;

/**
 * The places that everybody knows: parts of the world and countries as Unicode's CLDR names and nests them (UN M.49), the towns
 * that time zones are named after, and the capitals that are not among those. Stories add their own as concepts.
 */
public final class Places {
    /** The scheme of concepts that are places. */
    public static final String SCHEME = "place";

    private final Map<String, Place> byId = new LinkedHashMap<>();
    private final Map<Region, String> ids = new LinkedHashMap<>();
    private final ULocale locale;

    /** The places, with names in {@code language}. */
    public Places(String language) {
        this.locale = new ULocale(language);
        Map<String, List<String>> otherNames = otherNames(language);
        for (Region.RegionType type :
                List.of(Region.RegionType.CONTINENT, Region.RegionType.SUBCONTINENT, Region.RegionType.TERRITORY)) {
            for (Region region : Region.getAvailable(type)) add(region, otherNames);
        }
        addCitiesOfTimeZones(language);
        for (List<String> row : Tables.rows(language, "capitals.tsv")) addCity(row.get(1), row.get(0));
    }

    public Collection<Place> all() {
        return byId.values();
    }

    public Place byId(String id) {
        return byId.get(id);
    }

    private static Map<String, List<String>> otherNames(String language) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (List<String> row : Tables.rows(language, "countries.tsv"))
            names.put(row.get(0), row.subList(1, row.size()));
        return names;
    }

    private void add(Region region, Map<String, List<String>> otherNames) {
        String code = region.toString();
        String label = new ULocale.Builder().setRegion(code).build().getDisplayCountry(locale);
        if (label.isEmpty() || label.equals(code) || code.equals("ZZ") || code.startsWith("X")) return;
        String id = Slug.of(label, code.toLowerCase(java.util.Locale.ROOT));
        if (byId.containsKey(id)) return;
        List<String> names = new ArrayList<>(otherNames.getOrDefault(code, List.of()));
        if (label.contains(" & ")) names.add(label.replace(" & ", " and "));
        byId.put(id, new Place(id, label, List.copyOf(names), around(region)));
        ids.put(region, id);
    }

    private List<String> around(Region region) {
        for (Region.RegionType type : List.of(Region.RegionType.SUBCONTINENT, Region.RegionType.CONTINENT)) {
            Region outer = region.getContainingRegion(type);
            if (outer != null && ids.containsKey(outer)) return List.of(ids.get(outer));
        }
        return List.of();
    }

    private void addCitiesOfTimeZones(String language) {
        TimeZoneNames zones = TimeZoneNames.getInstance(new ULocale(language));
        for (String zone : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            String city = zones.getExemplarLocationName(zone);
            if (city != null && zone.indexOf('/') > 0) addCity(city, TimeZone.getRegion(zone));
        }
    }

    private void addCity(String name, String country) {
        String id = Slug.of(name, "");
        String inside;
        try {
            inside = ids.get(Region.getInstance(country));
        } catch (IllegalArgumentException unknown) {
            return;
        }
        // a town that is called as its country is: Singapore, Luxembourg
        if (inside == null || id.isEmpty() || byId.containsKey(id)) return;
        byId.put(id, new Place(id, name, List.of(), List.of(inside)));
    }
}

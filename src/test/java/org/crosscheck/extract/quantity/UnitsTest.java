package org.crosscheck.extract.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.crosscheck.extract.Found;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Tokens;
import org.crosscheck.value.Axis;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Region;
import org.crosscheck.value.Taxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
    private static final Quantities QUANTITIES = new Quantities("en");

    static Stream<String> codes() {
        return Tables.rows("en", "units.tsv").stream()
                .map(row -> row.get(0))
                .filter(code -> !code.endsWith("-point") && !code.equals("dB")) // decibels are logarithms
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void every_code_is_one_that_values_convert(String code) {
        assertThat(kind(code)).isEqualTo(Axis.Kind.PHYSICAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "km",
                "cm",
                "mm",
                "nm",
                "um",
                "mg",
                "ug",
                "kt",
                "Mt",
                "mL",
                "hL",
                "kW",
                "MW",
                "GW",
                "TW",
                "kW.h",
                "MW.h",
                "TW.h",
                "kV",
                "MHz",
                "GHz",
                "kBy",
                "MBy",
                "GBy",
                "TBy",
                "PBy",
                "Mbit",
                "hPa",
                "kPa",
                "MPa",
                "mbar",
                "mSv",
                "uSv",
                "MeV",
                "kN",
                "m2",
                "m3",
                "km2",
                "cm3",
                "[ft_i]2",
                "[ft_i]3",
                "[mi_i]2",
                "[in_i]2",
                "[yd_i]3",
                "km/h",
                "m/s",
                "[mi_i]/h",
                "kg/m3",
                "g/L",
                "ug/m3",
                "t/har",
                "[bbl_us]/d",
                "[ft_i]3/s",
                "Mbit/s",
                "[mi_i]/[gal_us]",
                "mol/L",
                "/min",
                "a",
                "mo",
                "wk",
                "d"
            })
    void what_prefixes_and_powers_make_of_them_converts_too(String code) {
        assertThat(kind(code)).isEqualTo(Axis.Kind.PHYSICAL);
    }

    static Stream<Currency> currencies() {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> !currency.getCurrencyCode().startsWith("X"))
                .filter(currency ->
                        !List.of("ALL", "TOP", "CUP", "AMD", "MAD", "SOS").contains(currency.getCurrencyCode()));
    }

    @ParameterizedTest
    @MethodSource("currencies")
    void every_currency_is_read_by_its_code(Currency currency) {
        assertThat(unit(currency.getCurrencyCode() + " 500")).isEqualTo(currency.getCurrencyCode());
        assertThat(unit("500 " + currency.getCurrencyCode())).isEqualTo(currency.getCurrencyCode());
    }

    @Test
    void currencies_are_read_by_the_names_that_the_locale_data_give_them() {
        for (String code : List.of(
                "USD", "CAD", "AUD", "CHF", "SEK", "NOK", "DKK", "PLN", "HUF", "CZK", "RON", "UAH", "RUB", "TRY", "ILS",
                "EGP", "SAR", "AED", "IRR", "PKR", "INR", "BDT", "LKR", "THB", "VND", "IDR", "PHP", "KRW", "JPY", "CNY",
                "TWD", "HKD", "SGD", "NZD", "ZAR", "NGN", "KES", "GHS", "BRL", "ARS", "CLP", "COP", "PEN", "MXN",
                "KZT")) {
            String name = com.ibm.icu.util.Currency.getInstance(code)
                    .getName(Locale.ENGLISH, com.ibm.icu.util.Currency.PLURAL_LONG_NAME, "other", null);
            assertThat(unit("500 " + name)).as(name).isEqualTo(code);
        }
    }

    private static String unit(String text) {
        List<Found> found = QUANTITIES.find(Tokens.of(text));
        return found.size() == 1 && found.get(0).length() == text.length()
                ? ((Quantity) found.get(0).value()).unit()
                : "?";
    }

    private static Axis.Kind kind(String code) {
        Region region = Quantity.exactly(BigDecimal.ONE, code).region(Taxonomy.EMPTY);
        return ((Region.Range) region).axis().kind();
    }
}

// Reads [format] of the workbook's words: how a language writes numbers and days, given as samples.
#include "base/utf8.h"
#include "content/read/reading.h"

#include <fmt/format.h>
#include <unicode/uloc.h>

namespace kiosk::content {

namespace {

constexpr std::string_view kSection = "format";
// libxlsxwriter takes number formats of up to 127 bytes, in which each separator takes more bytes than in the sample.
constexpr std::size_t kLongest = 32; // [bytes]

// What may stand beside a number: blanks that break no line, and marks of direction (Unicode 15, 23.2).
bool keeps_to_a_number(char32_t point)
{
    return std::u32string_view(U"\u00A0\u202F\u200E\u200F\u061C").find(point) != std::u32string_view::npos;
}

// Takes the first `part` out of the text; whether it was there.
bool take(std::string& text, std::string_view part)
{
    auto const at = text.find(part);
    if (at == std::string::npos) return false;
    text.erase(at, part.size());
    return true;
}

class FormatReader {
public:
    FormatReader(toml::Value const& table, Language const& language, Problems& problems)
        : reader_(table, "[format]", problems),
          language_(language)
    {
    }

    figures::Formats read()
    {
        figures::Formats formats;
        keep(formats.number, "number", &FormatReader::fault_of_number);
        keep(formats.percent, "percent", &FormatReader::fault_of_percent);
        keep(formats.day, "day", &FormatReader::fault_of_day);
        keep(formats.short_day, "short_day", &FormatReader::fault_of_short_day);
        read_locale(formats.locale);
        reader_.finish();
        return formats;
    }

private:
    // Advice where the sample is wrong; else "".
    using Judge = std::string (FormatReader::*)(std::string sample) const;

    void keep(std::string& format, std::string_view key, Judge judge)
    {
        auto sample = reader_.text(key);
        if (!reader_.has(key) || reader_.unread().contains(key)) return; // told
        auto way_out = (this->*judge)(sample);
        if (way_out.empty() && sample.size() > kLongest) way_out = "write it shorter";
        if (way_out.empty())
            format = std::move(sample);
        else
            reader_.complain(reader_.place_of(key), fmt::format("'{}': \"{}\" is no sample of it", key, sample),
                             way_out);
    }

    // At most one character separates the thousands.
    std::string fault_of_number(std::string sample) const
    {
        bool const framed = sample.starts_with('1') && sample.size() >= 4 && sample.ends_with("234");
        auto const between = code_points(framed ? sample.substr(1, sample.size() - 4) : std::string());
        if (between == U" ") return "write \\u202F or \\u00A0 in place of the blank, at which a line could end";
        bool const plain = between.empty() || (between.size() == 1 && between[0] > U' ' && !is_digit(between[0]));
        return framed && plain ? "" : "write 1234 as the language writes it: \"1,234\" or \"1\\u202F234\"";
    }

    std::string fault_of_percent(std::string sample) const
    {
        bool const whole = take(sample, figures::kSamplePercent) && take(sample, "%");
        auto const beside = code_points(sample);
        if (whole && beside.find(U' ') != std::u32string::npos)
            return "write \\u00A0 or \\u202F in place of the blank, at which a line could end";
        bool const plain = std::all_of(beside.begin(), beside.end(), keeps_to_a_number);
        return whole && plain ? "" : "write twelve per cent as the language writes it: \"12%\" or \"12\\u00A0%\"";
    }

    std::string fault_of_day(std::string sample) const
    {
        bool const whole = take(sample, figures::kSampleYear) && take(sample, figures::kSampleDay) &&
                           take(sample, figures::kSampleMonth);
        return whole && are_between(sample)
                   ? ""
                   : "write the last day of 2026 in numbers, as the language does: \"31/12/2026\" or \"2026-12-31\"";
    }

    std::string fault_of_short_day(std::string sample) const
    {
        bool const whole = take(sample, figures::kSampleDay) && take(sample, figures::kSampleMonth);
        return whole && are_between(sample)
                   ? ""
                   : "write the last day of a year in numbers, without the year: \"31/12\" or \"31.12.\"";
    }

    // Whether what is left of a day without its numbers is only separators.
    static bool are_between(std::string const& rest)
    {
        auto const points = code_points(rest);
        return std::none_of(points.begin(), points.end(),
                            [](char32_t point) { return point < U' ' || is_digit(point) || point == U'"'; });
    }

    void read_locale(std::uint32_t& locale)
    {
        constexpr std::string_view kKey = "locale";
        auto const sample = reader_.text(kKey);
        if (!reader_.has(kKey) || reader_.unread().contains(kKey)) return; // told
        auto name = sample;
        std::replace(name.begin(), name.end(), '-', '_');
        auto const found = uloc_getLCID(name.c_str());
        constexpr unsigned kLanguageBits = 10; // above them the country; none of a language alone
        bool const own = sample.substr(0, sample.find('-')) == language_;
        if (own && found >> kLanguageBits != 0)
            locale = found;
        else
            reader_.complain(reader_.place_of(kKey),
                             fmt::format("'locale': \"{}\" is no language and country of {}.toml that Windows knows",
                                         sample, language_),
                             fmt::format("write \"{}-\" and the two capitals of a country where it is spoken, as in "
                                         "\"de-DE\"",
                                         language_));
    }

    toml::TableReader reader_;
    Language const& language_;
};

} // namespace

void read_formats(ReadContext& reading, Language const& language, std::filesystem::path const& file, toml::Value& words)
{
    auto const* table = words.find(kSection);
    if (!table) {
        reading.problems.push_back({Severity::warning,
                                    {reading.shown(file)},
                                    "[format] is missing: workbooks write numbers and days as English does",
                                    "write [format] with number, percent, day, short_day and locale, as the file of "
                                    "another language has them"});
        return;
    }
    if (table->kind == toml::Value::Kind::table)
        reading.content.formats[language] = FormatReader(*table, language, reading.problems).read();
    else
        reading.problems.push_back(
            {Severity::error, table->place, "'format' must be a section", "write [format] above its lines"});
    std::erase_if(words.members, [](toml::TomlMember const& member) { return member.name == kSection; });
}

} // namespace kiosk::content

#include "content/mistakes.h"
#include "base/utf8.h"
#include "content/keys/word_key.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sstream>

namespace test {

namespace {

using kiosk::capital_letters;
using kiosk::content::Text;

std::vector<std::string> lines_of(std::string const& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string joined(std::vector<std::string> const& lines)
{
    std::string text;
    for (auto const& line : lines) text += line + "\n";
    return text;
}

// The value of a line: what is between its first '=' and its remark, if it has one.
std::string with_value(std::string const& line, std::string const& value)
{
    return line.substr(0, line.find('=') + 1) + " " + value;
}

// Behind a blank of the text, or at its beginning.
std::string put_in(std::string const& text, std::size_t word, std::string const& what)
{
    std::vector<std::size_t> places{0};
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (text[i] == ' ' && text[i + 1] != '*') places.push_back(i + 1);
    auto result = text;
    result.insert(places[word % places.size()], what);
    return result;
}

} // namespace

std::size_t MistakeMaker::below(std::size_t count) { return count == 0 ? 0 : chance_() % count; }

MistakeMaker::MistakeMaker(std::uint32_t seed) : chance_(seed)
{
    auto read = EditedContent().read();
    content_ = std::move(read.content);
    for (auto& text : read.texts)
        if (text.written.find_first_of("\"\\\n") == std::string::npos) texts_.push_back(std::move(text));
    texts_with_placeholders();
    texts_with_leftovers();
    texts_with_terms_and_contacts();
    keys();
    identities();
    contacts();
    files();
}

Mistake MistakeMaker::make(EditedContent& content, unsigned long number)
{
    auto const& [name, make] = kinds_[number % kinds_.size()];
    auto mistake = make(content);
    mistake.kind = name;
    return mistake;
}

void MistakeMaker::add_text(std::string const& name, Worsen worsen)
{
    add(name, [this, worsen = std::move(worsen)](EditedContent& content) {
        for (;;) {
            auto const& text = texts_[below(texts_.size())];
            auto const worse = worsen(text);
            if (!worse) continue;
            auto const file = text.place.file.substr(std::string_view("content/").size());
            auto lines = lines_of(content.text(file));
            auto& line = lines[static_cast<std::size_t>(text.place.line - 1)];
            auto const at = line.find("\"" + text.written + "\"", static_cast<std::size_t>(text.place.column - 1));
            if (at == std::string::npos) continue;
            line.replace(at + 1, text.written.size(), *worse);
            content.put(file, joined(lines));
            return Mistake{"", file, text.place.line, text.place.line, *worse};
        }
    });
}

void MistakeMaker::texts_with_placeholders()
{
    auto const replaced = [](Text const& text, auto change) -> std::optional<std::string> {
        auto const begin = text.written.find('{');
        auto const end = text.written.find('}');
        if (begin == std::string::npos || end == std::string::npos) return std::nullopt;
        auto worse = text.written;
        worse.replace(begin, end - begin + 1, change(text.written.substr(begin + 1, end - begin - 1)));
        return worse;
    };
    auto const add_change = [&](char const* name, std::function<std::string(std::string)> change) {
        add_text(name, [=](Text const& text) { return replaced(text, change); });
    };
    add_change("placeholder translated", [](std::string const& name) { return "{número" + name.substr(0, 1) + "}"; });
    add_change("placeholder lost", [](std::string const&) { return "..."; });
    add_change("placeholder spaced", [](std::string const& name) { return "{ " + name + "}"; });
    add_change("placeholder without its brace", [](std::string const& name) { return "{" + name; });
    add_change("placeholder in capitals", [](std::string const& name) { return "{" + capital_letters(name) + "}"; });
    add_text("placeholder that nothing fills",
             [this](Text const& text) { return put_in(text.written, below(9), "{name} "); });
    add_text("reference to what is not there", [this](Text const& text) {
        return put_in(text.written, below(9),
                      one_of({"{channel.be-forma.phone} ", "{channel.be-form.fax} ", "{emergency.BE.113} "}));
    });
}

void MistakeMaker::texts_with_leftovers()
{
    auto const add_one_of = [&](char const* name, std::vector<std::string> pieces) {
        add_text(name, [this, pieces](Text const& text) {
            return std::optional(put_in(text.written, below(9), one_of(pieces)));
        });
    };
    add_text("text emptied", [](Text const& text) -> std::optional<std::string> {
        if (text.key == "screen.number.thousands") return std::nullopt;
        return "";
    });
    add_text("text of blanks", [this](Text const& text) -> std::optional<std::string> {
        if (text.key == "screen.number.thousands") return std::nullopt;
        return one_of({" ", "  ", "\u00A0", "*"});
    });
    add_text("star alone", [this](Text const& text) -> std::optional<std::string> {
        if (text.written.find('*') != std::string::npos || text.written.find('{') != std::string::npos)
            return std::nullopt;
        return put_in(text.written, below(9), "*a");
    });
    add_one_of("tab", {"\t", "a\tb "});
    add_one_of("sign that nobody sees",
               {"a\u200Bb ", "\uFEFF", "\u202Ea ", "a\u2060b ", "a\u00ADb ", "\uFFFD ", "\uF0B7 "});
    add_one_of("letter that no font has", {"☎\uFE0E\U0001F46E ", "👮 ", "不 ", "あ ", "🙂 ", "अ "});
    add_one_of("markup", {"<b>a</b> ", "<br/>", "&nbsp;", "&#8217; ", "[a](b) ", "</i> "});
    add_one_of("left for later", {"TODO ", "TBD ", "FIXME: ", "XXX ", "??? ", "lorem ipsum ", "Lorem Ipsum "});
}

void MistakeMaker::texts_with_terms_and_contacts()
{
    auto const term_of = [this](Text const& text) {
        std::vector<std::string> terms;
        for (auto const& avoided : content_.avoided)
            if (avoided.language == text.language) terms.push_back(avoided.term);
        return one_of(terms);
    };
    add_text("avoided term",
             [=, this](Text const& text) { return put_in(text.written, below(9), term_of(text) + " "); });
    add_text("avoided term in capitals", [=, this](Text const& text) {
        return put_in(text.written, below(9), capital_letters(term_of(text)) + " ");
    });
    auto const split = [=, this](char const* name, std::vector<std::string> between) {
        add_text(name, [=, this](Text const& text) {
            auto term = term_of(text);
            auto const blank = term.find(' ');
            auto const piece = one_of(between);
            if (blank == std::string::npos)
                term.insert(3, piece);
            else
                term.replace(blank, 1, piece);
            return put_in(text.written, below(9), term + " ");
        });
    };
    split("avoided term, parted by what nobody sees", {"\u00AD", "\u200B", "\u2060"});
    split("avoided term, parted by a hyphen or a blank", {"-", "\u2011", "\u00A0", "  ", "\u2009"});
    add_text("address in a text", [this](Text const& text) {
        return put_in(
            text.written, below(9),
            one_of({"www.ecpat.be ", "https://isaystop.com/ ", "info@ecpat.be ", "jedisstop.be ", "x.org/a "}));
    });
    add_text("telephone number in a text", [this](Text const& text) {
        return put_in(text.written, below(9), one_of({"112 ", "0800 200 99 ", "+32 2 522 63 23 ", "116 000 ", "101 "}));
    });
    add_text("historic address in a text", [this](Text const& text) {
        return put_in(text.written, below(9),
                      content_.reporting.historic[below(content_.reporting.historic.size())].host + " ");
    });
}

Mistake MistakeMaker::line(EditedContent& content, std::string const& file, std::string const& begins,
                           std::function<std::string(std::string const& line)> const& worsen, int before)
{
    auto lines = lines_of(content.text(file));
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].starts_with(begins)) found.push_back(i);
    CAPTURE(file);
    CAPTURE(begins);
    REQUIRE_FALSE(found.empty());
    auto const at = found[below(found.size())];
    lines[at] = worsen(lines[at]);
    content.put(file, joined(lines));
    auto const number = static_cast<int>(at) + 1;
    return {"", file, number - before, number, ""};
}

void MistakeMaker::keys()
{
    static std::vector<std::string> const kFolders{"interface", "staff/screen", "staff/machine", "staff/figures"};
    auto const file_of = [this] { return one_of(kFolders) + "/" + one_of(content_.languages) + ".toml"; };
    auto const pick = [this](EditedContent const& content, std::string const& file) {
        auto const lines = lines_of(content.text(file));
        for (;;) {
            auto const at = below(lines.size());
            auto const equals = lines[at].find(" = \"");
            bool const editors = lines[at].starts_with("status") || lines[at].starts_with("reviewed_");
            // More names of languages than are needed do no harm.
            bool const name = equals == 2 && file.starts_with("interface");
            if (equals != std::string::npos && !editors && !name) return at;
        }
    };
    add("key missing", [=](EditedContent& content) {
        auto const file = file_of();
        auto lines = lines_of(content.text(file));
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(pick(content, file)));
        content.put(file, joined(lines));
        return Mistake{"", file, 1, static_cast<int>(lines.size()), ""};
    });
    add("key misspelt", [=](EditedContent& content) {
        auto const file = file_of();
        auto lines = lines_of(content.text(file));
        auto const at = pick(content, file);
        lines[at].insert(1, "x");
        content.put(file, joined(lines));
        return Mistake{"", file, static_cast<int>(at) + 1, static_cast<int>(at) + 1, ""};
    });
    add("form of a count missing", [=, this](EditedContent& content) {
        auto const file = "interface/" + one_of(content_.languages) + ".toml";
        auto mistake = line(content, file, one_of({"end_none.one", "end_all.other", "figures_visits.one"}),
                            [](std::string const&) { return "# gone"; });
        return Mistake{"", file, 1, mistake.last_line + 20, ""};
    });
}

void MistakeMaker::identities()
{
    struct Ids {
        char const *file, *id;
    };
    static constexpr Ids kIds[] = {{"campaigns/dont-look-away/campaign.toml", "what"},
                                   {"reporting/channels.toml", "be-form"},
                                   {"reporting/places.toml", "AT"},
                                   {"sources.toml", ""},
                                   {"kiosk.toml", "see"},
                                   {"display/fair/display.toml", ""}};
    add("id there twice", [this](EditedContent& content) {
        auto const& ids = kIds[below(std::size(kIds))];
        auto lines = lines_of(content.text(ids.file));
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (lines[i].starts_with("id = ") && i > 0 && lines[i - 1].starts_with("[[")) found.push_back(i);
        REQUIRE(found.size() > 1);
        auto const second = found[1 + below(found.size() - 1)];
        lines[second] = lines[found[0]];
        content.put(ids.file, joined(lines));
        return Mistake{"", ids.file, static_cast<int>(second), static_cast<int>(second) + 1, ""};
    });
    add("language twice, or none", [this](EditedContent& content) {
        return line(content, "kiosk.toml", "languages = ", [this](std::string const& line) {
            return with_value(line, one_of({R"(["en", "fr", "nl", "de", "fr"])", R"(["en", "fr", "nl", "de", "sp"])",
                                            R"(["en", "fr", "nl", "de", "DE"])", R"(["en", "fr", "nl", "de", "xx"])"}));
        });
    });
    add("campaign twice", [this](EditedContent& content) {
        return line(content, "kiosk.toml", "campaigns = ", [](std::string const& line) {
            return with_value(line, R"(["dont-look-away", "stop-prostitution-enfantine", "dont-look-away"])");
        });
    });
    add("folder called otherwise", [this](EditedContent& content) {
        auto const* file = std::vector{"campaigns/dont-look-away/campaign.toml", "quiz/travellers/quiz.toml",
                                       "guides/support/guide.toml", "display/fair/display.toml"}[below(4)];
        // The folder's own comes first in each of these files.
        auto const number = content.replace(file, "id = \"", "id = \"x");
        return Mistake{"", file, number, number, ""};
    });
}

void MistakeMaker::contacts()
{
    std::string const file = "reporting/channels.toml";
    auto const field = [=, this](char const* name, std::string const& begins, std::vector<std::string> values) {
        add(name, [=, this](EditedContent& content) {
            auto const value = one_of(values);
            auto mistake =
                line(content, file, begins, [&](std::string const& line) { return with_value(line, value); });
            if (value.starts_with("\"") && begins != "verified_on = \"\"")
                mistake.wrong = value.substr(1, value.size() - 2);
            return mistake;
        });
    };
    field("telephone number that is none", "phone = ",
          {"\"116 OOO\"", "\"0800 200 99 or 112\"", "\"(0800) 20099\"", "\"tel:112\"", "\"116 000 \"",
           "\"0800-200-99\"", "\"+32 2 522 63 23 1234567890\"", "116000"});
    field("address that hides where it leads", "url = { fr = ",
          {R"({ fr = "http://seos.be/" })", R"({ fr = "https://seos.be:8443/" })", R"({ fr = "https://seos,be/" })",
           R"({ fr = "https://me@seos.be/" })", R"({ fr = "https://seos.be/?a=1" })", R"({ fr = "https://bit.ly/a" })",
           R"({ fr = "https://sеos.be/" })", R"({ fr = "https://seos.be/ " })", R"({ fr = "https://10.0.0.1/" })",
           R"({ fr = "https://www.stopprostitutionenfantine.be/" })", R"({ french = "https://seos.be/" })"});
    field("day that is none", "verified_on = \"\"",
          {"\"31/12/2025\"", "\"yesterday\"", "\"2026-2-3\"", "\"2062-12-31\"", "\"2026-02-30\""});
    field("hours that nobody would read", "hours = ", {"\"24 h/24\"", "\"9-17\"", "\"always\"", "\"Mo-Fr\""});
    field("language that is none", "languages = ", {R"(["FR"])", R"(["german"])", R"(["xx"])", R"(["fr", "fr"])"});
    field("country that is none", "countries = ", {R"(["Germany"])", R"(["be"])", R"(["UK"])", R"(["BE", "BE"])"});
    field("scope that is none", "scope = ", {R"(["seen-abrod"])", R"(["home"])"});
    field("receiver that is nobody", "receives_it = ", {"\"\"", "\" \""});
    field("word that is none of the list", "anonymous = ", {"\"maybe\"", "\"Yes\"", "\"anonym\""});
    add("emergency number that is none", [this](EditedContent& content) {
        return line(content, "reporting/places.toml", "number = ", [this](std::string const& line) {
            return with_value(line, one_of({"\"11Z\"", "\"112 or 110\"", "\"1\"", "\"call\""}));
        });
    });
}

void MistakeMaker::files()
{
    add("language file missing", [this](EditedContent& content) {
        auto const file = one_of({"interface", "quiz/travellers", "reporting", "campaigns/dont-look-away",
                                  "display/fair", "guides/support", "staff/screen"}) +
                          "/" + one_of(content_.languages) + ".toml";
        content.remove(file);
        return Mistake{"", file, 0, 1, ""};
    });
    add("quotes of Word, or one missing", [this](EditedContent& content) {
        auto const file = "interface/" + one_of(content_.languages) + ".toml";
        bool const curly = below(2) == 0;
        auto mistake = line(
            content, file, one_of({"confirm = ", "leave = ", "begin = ", "support = "}),
            [&](std::string const& line) { return curly ? with_value(line, "“a”") : line.substr(0, line.size() - 1); });
        mistake.last_line += 1; // the parser notices a missing quote at the end of the line
        return mistake;
    });
    add("section called otherwise", [this](EditedContent& content) {
        return line(content, "quiz/travellers/" + one_of(content_.languages) + ".toml", "[where-to-report]",
                    [](std::string const&) { return "[where-to-raport]"; });
    });
    add("picture, source or channel that is not there", [this](EditedContent& content) {
        auto const begins = one_of({"picture = ", "sources = "});
        return line(
            content, "campaigns/dont-look-away/campaign.toml", begins,
            [&](std::string const& line) {
                return with_value(line, begins == "picture = " ? "\"gone\"" : "[\"nowhere\"]");
            },
            8);
    });
}

} // namespace test

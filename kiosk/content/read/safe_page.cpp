#include "content/read/safe_page.h"
#include "content/keys/placeholders.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kiosk::content {

namespace {

constexpr std::string_view kFolder = "interface";
// In the order of the members of SafeWords.
constexpr std::array<std::string_view, 4> kKeys{"safe.title", "safe.danger", "safe.report", "safe.untried"};

std::string in_quotes(std::string_view text)
{
    std::string quoted = "\"";
    for (char const letter : text) {
        if (letter == '\n') {
            quoted += "\\n";
            continue;
        }
        if (letter == '"' || letter == '\\') quoted += '\\';
        quoted += letter;
    }
    return quoted + '"';
}

// The text as shown; "" where the language lacks it or has it with an error, so that another language's is in `shown`.
std::string own_text(ReadContent const& read, Language const& language, std::string_view key)
{
    for (auto const& text : read.texts)
        if (text.folder == kFolder && text.language == language && text.key == key && !text.faulty) return text.shown;
    return {};
}

// The channel of "channel.be-form.host"; nothing of a reference to a number to call in danger.
Channel const* channel_of(Reporting const& reporting, std::string_view reference)
{
    constexpr std::string_view kKind = "channel.";
    if (!reference.starts_with(kKind)) return nullptr;
    reference.remove_prefix(kKind.size());
    return reporting.channel(reference.substr(0, reference.rfind('.')));
}

// Whether a person has tried every address that the page names.
bool all_tried(ReadContent const& read)
{
    for (auto const& text : read.texts) {
        if (text.folder != kFolder || std::find(kKeys.begin(), kKeys.end(), text.key) == kKeys.end()) continue;
        for (auto const name : placeholders_in(text.written).names)
            if (auto const* channel = channel_of(read.content.reporting, name); channel && !channel->verified())
                return false;
    }
    return true;
}

} // namespace

Result<SafeSource> safe_words_source(ReadContent const& read)
{
    SafeSource source;
    bool const tried = all_tried(read);
    std::string rows;
    int languages = 0;
    for (auto const& language : read.content.languages) {
        auto row = in_quotes(language);
        std::string missing;
        for (auto const key : kKeys) {
            auto const text = own_text(read, language, key);
            if (text.empty()) missing = key;
            row += ", " + in_quotes(key == kKeys.back() && tried ? "" : text);
        }
        if (missing.empty()) {
            rows += fmt::format("        {{{}}},\n", row);
            ++languages;
        } else {
            source.left_out.push_back(
                {Severity::warning,
                 {fmt::format("content/interface/{}.toml", language)},
                 fmt::format("the safe page does not speak '{}': '{}' is missing or has a fault", language, missing),
                 "kiosk-content check says what to write"});
        }
    }
    if (languages == 0)
        return Error{"content/interface", "no language has the words of the safe page",
                     "write title, danger, report and untried below [safe]; kiosk-content check says what is wrong"};
    source.code = fmt::format("// Made by the build from [safe] of content/interface.\n"
                              "#include \"content/safe/safe_words.h\"\n\n"
                              "#include <array>\n\n"
                              "namespace kiosk::content {{\n\n"
                              "std::span<SafeWords const> safe_words()\n{{\n"
                              "    static constexpr std::array<SafeWords, {}> kWords{{{{\n{}    }}}};\n"
                              "    return kWords;\n}}\n\n"
                              "}} // namespace kiosk::content\n",
                              languages, rows);
    return source;
}

} // namespace kiosk::content

#include "rehearsal/pseudo.h"
#include "base/utf8.h"

#include <cmath>

namespace kiosk::rehearsal {

using namespace content;

namespace {

constexpr double kLonger = 0.4;

bool is_letter(char32_t code)
{
    return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z') || code > 0xBF;
}

void stretch_all(std::vector<std::string>& texts)
{
    for (auto& text : texts) text = stretched(text);
}

void stretch(std::string& text) { text = stretched(text); }
void stretch(Heading& heading)
{
    stretch(heading.title);
    stretch(heading.subtitle);
}
void stretch(PageWords& words)
{
    stretch(words.title);
    stretch_all(words.text);
    stretch_all(words.points);
    stretch(words.alt);
}
void stretch(QuestionWords& words)
{
    stretch(words.question);
    for (auto* text : {&words.again, &words.reason, &words.learned}) stretch(*text);
    for (auto& [id, answer] : words.answers) stretch(answer);
}
void stretch(SceneWords& words)
{
    for (auto* text : {&words.name, &words.helps, &words.note, &words.alt}) stretch(*text);
}
void stretch(MomentWords& words)
{
    stretch(words.situation);
    stretch(words.alt);
    for (auto& [id, text] : words.choices) stretch(text);
    for (auto& [id, text] : words.consequences) stretch(text);
}
void stretch(ChannelWords& words)
{
    stretch(words.name);
    stretch(words.receives);
    stretch(words.tip);
}
void stretch(PlaceWords& words) { stretch(words.name); }
void stretch(std::vector<Country>& countries)
{
    for (auto& country : countries) stretch(country.name);
}
void stretch(Advice& words)
{
    stretch(words.label);
    stretch_all(words.text);
}
void stretch(SlideWords& words)
{
    stretch(words.title);
    stretch(words.text);
}
void stretch(std::map<std::string, std::string>& table)
{
    for (auto& [key, text] : table) stretch(text);
}

template <typename T>
void add(PerLanguage<T>& words, Language const& from)
{
    auto const found = words.find(from);
    if (found == words.end()) return;
    auto copy = found->second;
    stretch(copy);
    words[kPseudoLanguage] = std::move(copy);
}

void add(Series& series, Language const& from)
{
    add(series.headings, from);
    for (auto& page : series.pages) add(page.words, from);
}

void add(SceneSet& set, Language const& from)
{
    add(set.headings, from);
    for (auto& scene : set.scenes) {
        add(scene.words, from);
        for (auto& moment : scene.moments) add(moment.words, from);
    }
}

} // namespace

std::string stretched(std::string const& text)
{
    std::string result;
    std::u32string word;
    bool inside_name = false;
    auto const end_word = [&] {
        for (auto const letter : word) append_utf8(result, letter);
        auto const more = static_cast<std::size_t>(std::lround(static_cast<double>(word.size()) * kLonger));
        for (std::size_t i = 0; i < more; ++i) append_utf8(result, word[word.size() - 1 - i % word.size()]);
        word.clear();
    };
    for (std::size_t position = 0; position < text.size();) {
        auto const code = next_code_point(text, position);
        if (code == U'{') inside_name = true;
        if (!inside_name && is_letter(code) && code < 0x2000) {
            word.push_back(code);
            continue;
        }
        end_word();
        append_utf8(result, code);
        if (code == U'}') inside_name = false;
    }
    end_word();
    return result;
}

// `from` by value: a caller may pass an element of `languages`, which grows here.
Content with_pseudo_language(Content content, Language from) // NOLINT(performance-unnecessary-value-param)
{
    content.languages.emplace_back(kPseudoLanguage);
    for (auto& campaign : content.campaigns) add(campaign, from);
    for (auto* guide : {&content.professionals, &content.support}) add(*guide, from);
    for (auto& guide : content.guides) add(guide, from);
    for (auto& set : content.scenes) add(set, from);
    for (auto& quiz : content.quizzes) {
        add(quiz.headings, from);
        if (quiz.intent) add(quiz.intent->words, from);
        for (auto& question : quiz.questions) add(question.words, from);
    }
    for (auto& channel : content.reporting.channels) add(channel.words, from);
    for (auto& place : content.reporting.places) add(place.words, from);
    add(content.reporting.countries, from);
    for (auto* entries : {&content.reporting.note, &content.reporting.never, &content.reporting.doubts})
        for (auto& entry : *entries) add(entry.words, from);
    for (auto& slide : content.display.slides) add(slide.words, from);
    add(content.interface, from);
    add(content.staff, from);
    return content;
}

} // namespace kiosk::rehearsal

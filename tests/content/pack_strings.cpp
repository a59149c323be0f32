#include "content/pack_strings.h"

namespace test {

namespace {

using namespace kiosk::content;

class Strings {
public:
    std::set<std::string> all;

    void add(std::string const& text) { all.insert(text); }
    void add(std::vector<std::string> const& texts) { all.insert(texts.begin(), texts.end()); }
    void add(Heading const& heading)
    {
        add(heading.title);
        add(heading.subtitle);
    }
    void add(PageWords const& words)
    {
        add(words.title);
        add(words.alt);
        add(words.text);
        add(words.points);
    }
    void add(QuestionWords const& words)
    {
        for (auto const* text : {&words.question, &words.again, &words.reason, &words.learned}) add(*text);
        for (auto const& [id, answer] : words.answers) add(answer);
    }
    void add(SceneWords const& words)
    {
        for (auto const* text : {&words.name, &words.helps, &words.note, &words.alt}) add(*text);
    }
    void add(MomentWords const& words)
    {
        add(words.situation);
        add(words.alt);
        add(words.choices);
        add(words.consequences);
    }
    void add(SceneSet const& set)
    {
        each(set.headings);
        for (auto const& scene : set.scenes) {
            each(scene.words);
            for (auto const& moment : scene.moments) each(moment.words);
        }
    }
    void add(ChannelWords const& words)
    {
        add(words.name);
        add(words.receives);
        add(words.tip);
    }
    void add(PlaceWords const& words) { add(words.name); }
    void add(Advice const& words)
    {
        add(words.label);
        add(words.text);
    }
    void add(SlideWords const& words)
    {
        add(words.title);
        add(words.text);
    }
    void add(std::map<std::string, std::string> const& table)
    {
        for (auto const& [key, text] : table) add(text);
    }
    template <typename T>
    void each(PerLanguage<T> const& words)
    {
        for (auto const& [language, one] : words) add(one);
    }
    void add(Series const& series)
    {
        each(series.headings);
        for (auto const& page : series.pages) each(page.words);
    }
    void add(Channel const& channel)
    {
        each(channel.words);
        for (auto const& [language, address] : channel.url) add(address.text());
        add(channel.phone);
        for (auto const& contact : channel.text_contacts) add(contact.value);
        add(channel.hours);
        add(channel.languages);
    }
};

} // namespace

std::set<std::string> strings_of(Content const& content)
{
    Strings strings;
    for (auto const& campaign : content.campaigns) strings.add(campaign);
    strings.add(content.professionals);
    strings.add(content.support);
    for (auto const& set : content.scenes) strings.add(set);
    strings.each(content.quizzes.front().headings);
    if (content.quizzes.front().intent) strings.each(content.quizzes.front().intent->words);
    for (auto const& question : content.quizzes.front().questions) strings.each(question.words);
    for (auto const& channel : content.reporting.channels) strings.add(channel);
    for (auto const& place : content.reporting.places) strings.each(place.words);
    for (auto const& number : content.reporting.emergency) strings.add(number.number);
    for (auto const* list : {&content.reporting.note, &content.reporting.never, &content.reporting.doubts})
        for (auto const& entry : *list) strings.each(entry.words);
    for (auto const& slide : content.display.slides) strings.each(slide.words);
    strings.each(content.interface);
    strings.each(content.staff);
    return std::move(strings.all);
}

} // namespace test

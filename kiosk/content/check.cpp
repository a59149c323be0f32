#include "content/check.h"
#include "base/nearest.h"
#include "content/checking.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace kiosk::content {

namespace {

std::string lowered(std::string text)
{
    for (auto& letter : text) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return text;
}

// Words as a reader counts them: runs between spaces.
int count_words(std::string const& text)
{
    int words = 0;
    bool inside = false;
    for (char const letter : text) {
        bool const space = letter == ' ' || letter == '\n';
        if (!space && !inside) ++words;
        inside = !space;
    }
    return words;
}

void check_page(Checking& checking, Series const& series, Page const& page)
{
    checking.sources(page.sources, page.place, fmt::format("page '{}'", page.id));
    checking.picture(page.picture, page.place);
    for (auto const& channel : page.channels)
        if (!checking.pack.reporting.channel(channel))
            checking.error(page.place,
                           fmt::format("page '{}' names a channel '{}' that does not exist", page.id, channel),
                           "see reporting/channels.toml");
    for (auto const& language : checking.pack.languages) {
        auto const found = page.words.find(language);
        if (found == page.words.end()) {
            checking.error(page.place, fmt::format("page '{}' has no words in '{}'", page.id, language),
                           fmt::format("add [{}] to {}.toml of {}", page.id, language, series.id));
            continue;
        }
        auto const& words = found->second;
        int count = 0;
        for (auto const* list : {&words.text, &words.points})
            for (auto const& text : *list) {
                checking.text(text, language, words.place);
                count += count_words(text);
            }
        checking.headline(words.title, words.place);
        checking.text(words.title, language, words.place);
        checking.text(words.alt, language, words.place);
        if (count == 0 && page.layout != PageLayout::statement)
            checking.error(words.place, fmt::format("page '{}' is empty in '{}'", page.id, language),
                           "write its text or take the page out of the campaign");
        if (count > kMostWordsAPage)
            checking.warning(words.place, fmt::format("page '{}' has {} words", page.id, count),
                             fmt::format("shorten it to {} or make two pages", kMostWordsAPage));
    }
}

void check_series(Checking& checking, Series const& series, std::string const& what)
{
    if (series.pages.empty()) {
        checking.error(series.place, fmt::format("{} '{}' has no pages", what, series.id), "add a [[page]]");
        return;
    }
    checking.unique_ids(series.pages, "page");
    checking.picture(series.picture, series.place);
    for (auto const& page : series.pages) check_page(checking, series, page);
    for (auto const& [language, heading] : series.headings) checking.text(heading.subtitle, language, series.place);
}

void check_question(Checking& checking, Question const& question)
{
    auto const what = fmt::format("question '{}'", question.id);
    checking.sources(question.sources, question.place, what);
    if (question.answers.size() < 2 || question.answers.size() > 4)
        checking.error(question.place, what + " must have two to four answers", "see answers = […]");
    if (question.right.empty()) checking.error(question.place, what + " has no right answer", "fill right = […]");
    if (question.kind != QuestionKind::several && question.right.size() > 1)
        checking.error(question.place, what + " has more than one right answer", "set kind = \"several\"");
    if (question.kind == QuestionKind::true_false && question.answers != std::vector<std::string>{"true", "false"})
        checking.error(question.place, what + " is true or false", "set answers = [\"true\", \"false\"]");
    for (auto const& answer : question.right)
        if (std::find(question.answers.begin(), question.answers.end(), answer) == question.answers.end())
            checking.error(question.place, fmt::format("{} calls '{}' right, which is no answer of it", what, answer),
                           suggest_word(answer, question.answers));
    for (auto const& language : checking.pack.languages) {
        auto const found = question.words.find(language);
        if (found == question.words.end()) {
            checking.error(question.place, fmt::format("{} has no words in '{}'", what, language),
                           fmt::format("add [{}] to {}.toml", question.id, language));
            continue;
        }
        checking.text(found->second.question, language, found->second.place);
        checking.text(found->second.reason, language, found->second.place);
        for (auto const& [id, text] : found->second.answers) checking.text(text, language, found->second.place);
    }
}

void check_quiz(Checking& checking, Quiz const& quiz)
{
    if (quiz.questions.empty()) return;
    checking.unique_ids(quiz.questions, "question");
    for (auto const& question : quiz.questions) check_question(checking, question);
    if (!quiz.find(quiz.pair))
        checking.error(quiz.place, fmt::format("the pair '{}' is not a question of this quiz", quiz.pair),
                       "name the question that is asked first and once more at the end");
    if (quiz.draw > static_cast<int>(quiz.questions.size()))
        checking.error(quiz.place,
                       fmt::format("draws {} questions, but there are {}", quiz.draw, quiz.questions.size()),
                       "lower draw or write more questions");
}

using WordTables = PerLanguage<std::map<std::string, std::string>>;

// Every language has every word, and no word that the first one lacks.
void check_words(Checking& checking, std::string const& whose, WordTables const& tables,
                 PerLanguage<FilePlace> const& places)
{
    auto const& pack = checking.pack;
    if (pack.languages.empty()) return;
    auto const first = tables.find(pack.languages.front());
    if (first == tables.end()) return;
    for (auto const& language : pack.languages) {
        auto const own = tables.find(language);
        if (own == tables.end()) continue;
        FilePlace const place = places.at(language);
        for (auto const& [key, text] : own->second) {
            checking.text(text, language, place);
            if (!first->second.contains(key))
                checking.error(place, fmt::format("{} has no word '{}'", whose, key),
                               "take it out, or add it to the first language");
        }
        for (auto const& [key, text] : first->second)
            if (!own->second.contains(key))
                checking.error(place, fmt::format("'{}' has no words in '{}'", key, language),
                               fmt::format("add it; in {} it is \"{}\"", pack.languages.front(), text));
    }
}

} // namespace

void Checking::error(FilePlace const& place, std::string message, std::string suggestion)
{
    problems.push_back({Severity::error, place, std::move(message), std::move(suggestion)});
}

void Checking::warning(FilePlace const& place, std::string message, std::string suggestion)
{
    problems.push_back({Severity::warning, place, std::move(message), std::move(suggestion)});
}

void Checking::sources(std::vector<std::string> const& ids, FilePlace const& place, std::string const& what)
{
    if (ids.empty()) error(place, what + " has no source", "name one in sources = […]");
    std::vector<std::string> known;
    for (auto const& source : pack.sources) known.push_back(source.id);
    for (auto const& id : ids)
        if (!pack.source(id))
            error(place, fmt::format("{} names a source '{}' that does not exist", what, id), suggest_word(id, known));
}

void Checking::picture(std::string const& name, FilePlace const& place)
{
    if (options.picture_exists && !options.picture_exists(name))
        error(place, fmt::format("there is no picture '{}'", name), "put it among the pictures, or name another");
}

void Checking::headline(std::string const& text, FilePlace const& place)
{
    auto const letters = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
    if (letters > kLongestHeadline)
        warning(place, fmt::format("a headline has {} letters", letters),
                fmt::format("shorten it to {}: nobody reads more in passing", kLongestHeadline));
}

void Checking::text(std::string const& text, Language const& language, FilePlace const& place)
{
    // The campaign's historic name is the one exception that the guidelines allow.
    auto searched = lowered(text);
    static std::string const kProperName = "stop prostitution enfantine";
    for (auto at = searched.find(kProperName); at != std::string::npos; at = searched.find(kProperName))
        searched.erase(at, kProperName.size());
    for (auto const& avoided : pack.avoided)
        if ((avoided.language == language || avoided.language == "*") &&
            searched.find(lowered(avoided.term)) != std::string::npos)
            error(place, fmt::format("uses the avoided term '{}'", avoided.term),
                  fmt::format("write '{}'", avoided.instead));
    for (auto const& historic : pack.reporting.historic)
        if (searched.find(historic.host) != std::string::npos)
            error(place, fmt::format("prints the historic address '{}'", historic.host),
                  fmt::format("today it is '{}'; addresses belong into channels.toml only", historic.now));
}

bool is_historic(Reporting const& reporting, std::string_view host)
{
    return std::any_of(reporting.historic.begin(), reporting.historic.end(), [&](HistoricAddress const& historic) {
        return host == historic.host || (host.size() > historic.host.size() && host.ends_with("." + historic.host));
    });
}

Problems check_pack(Pack const& pack, CheckOptions const& options)
{
    Checking checking{pack, options, {}};
    checking.unique_ids(pack.sources, "source");
    for (auto const& source : pack.sources)
        if (source.confidence.empty() || source.confidence.starts_with("C"))
            checking.error(source.place, fmt::format("source '{}' is of confidence '{}'", source.id, source.confidence),
                           "nothing of confidence C ships: find a source that was read");
    for (auto const& slide : pack.attract) checking.picture(slide.picture, slide.place);
    for (auto const& series : pack.campaigns) check_series(checking, series, "campaign");
    if (!pack.professionals.id.empty()) check_series(checking, pack.professionals, "guide");
    if (!pack.support.id.empty()) check_series(checking, pack.support, "guide");
    check_quiz(checking, pack.quiz);
    check_words(checking, "the interface", pack.interface, pack.interface_places);
    check_words(checking, "the staff's words", pack.staff, pack.staff_places);
    check_reporting(checking);
    check_display(checking, pack.display);
    return std::move(checking.problems);
}

std::string describe_pack(Pack const& pack)
{
    std::size_t pages = pack.professionals.pages.size() + pack.support.pages.size();
    std::size_t reviewed = 0;
    std::size_t files = 0;
    auto const count_review = [&](Review const& review) {
        ++files;
        if (review.reviewed) ++reviewed;
    };
    auto const count_series = [&](Series const& series) {
        for (auto const& [language, heading] : series.headings) count_review(heading.review);
    };
    for (auto const& series : pack.campaigns) {
        pages += series.pages.size();
        count_series(series);
    }
    count_series(pack.professionals);
    count_series(pack.support);
    for (auto const& [language, heading] : pack.quiz.headings) count_review(heading.review);
    for (auto const& [language, review] : pack.reporting.reviews) count_review(review);
    for (auto const& [language, review] : pack.display.reviews) count_review(review);
    for (auto const& [language, review] : pack.interface_reviews) count_review(review);
    for (auto const& review : pack.staff_reviews) count_review(review);
    auto const verified = std::count_if(pack.reporting.channels.begin(), pack.reporting.channels.end(),
                                        [](Channel const& channel) { return channel.verified(); });
    return fmt::format("version {}: {} languages, {} campaigns, {} pages, {} questions, {} places, {} channels "
                       "({} verified by a person), {} of {} words files reviewed by a person",
                       pack.version, pack.languages.size(), pack.campaigns.size(), pages, pack.quiz.questions.size(),
                       pack.reporting.places.size(), pack.reporting.channels.size(), verified, reviewed, files);
}

} // namespace kiosk::content

#include "content/check.h"
#include "base/calendar.h"
#include "base/nearest.h"
#include "content/checking.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

namespace {

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
            checking.error(checking.words_of(page.place, language),
                           fmt::format("page '{}' has no words in '{}'", page.id, language),
                           fmt::format("add [{}] to {}.toml of {}", page.id, language, series.id));
            continue;
        }
        auto const& words = found->second;
        int count = 0;
        for (auto const* list : {&words.text, &words.points})
            for (auto const& text : *list) count += count_words(text);
        checking.headline(words.title, words.place);
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
    for (auto const& language : checking.pack.languages)
        if (!question.words.contains(language))
            checking.error(checking.words_of(question.place, language),
                           fmt::format("{} has no words in '{}'", what, language),
                           fmt::format("add [{}] to {}.toml", question.id, language));
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

// A review is of the words as they were read, and a release has nothing that nobody has reviewed.
void check_review(Checking& checking, WordsFile const& file)
{
    auto const& review = file.review;
    auto const how = fmt::format("read it all, then run: kiosk-content reviewed {} --by NAME", file.place.file);
    bool const release = checking.pack.edition == Edition::release;
    if (review.changed)
        checking.remark(release ? Severity::error : Severity::warning, file.place,
                        fmt::format("these words were changed after {} had reviewed them on {}", review.by, review.on),
                        how);
    else if (!review.reviewed && release)
        checking.error(file.place, "nobody has reviewed these words, and this edition is a release", how);
    if (!review.on.empty()) checking.past_day(review.on, file.place, "reviewed_on");
}

} // namespace

void Checking::error(FilePlace const& place, std::string message, std::string suggestion)
{
    remark(Severity::error, place, std::move(message), std::move(suggestion));
}

void Checking::warning(FilePlace const& place, std::string message, std::string suggestion)
{
    remark(Severity::warning, place, std::move(message), std::move(suggestion));
}

void Checking::remark(Severity severity, FilePlace const& place, std::string message, std::string suggestion)
{
    problems.push_back({severity, place, std::move(message), std::move(suggestion)});
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

FilePlace Checking::words_of(FilePlace const& structure, Language const& language) const
{
    auto const slash = structure.file.rfind('/');
    return {structure.file.substr(0, slash == std::string::npos ? 0 : slash + 1) + language + ".toml", 1, 1};
}

void Checking::past_day(std::string const& day, FilePlace const& place, std::string const& key)
{
    if (!calendar_day(day))
        error(place, fmt::format("{} = \"{}\" is no day", key, day), "write year, month and day, as in 2026-11-25");
    else if (!options.today.empty() && day > options.today)
        error(place, fmt::format("{} = \"{}\" has not come yet", key, day),
              fmt::format("write the day on which it was done, as in {}", options.today));
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
    for (auto const& file : pack.words_files) check_review(checking, file);
    check_reporting(checking);
    check_display(checking, pack.display);
    return std::move(checking.problems);
}

std::string describe_pack(Pack const& pack)
{
    std::size_t pages = pack.professionals.pages.size() + pack.support.pages.size();
    for (auto const& series : pack.campaigns) pages += series.pages.size();
    auto const reviewed = std::count_if(pack.words_files.begin(), pack.words_files.end(),
                                        [](WordsFile const& file) { return file.review.reviewed; });
    auto const verified = std::count_if(pack.reporting.channels.begin(), pack.reporting.channels.end(),
                                        [](Channel const& channel) { return channel.verified(); });
    return fmt::format("version {}: {} languages, {} campaigns, {} pages, {} questions, {} places, {} channels "
                       "({} verified by a person), {} of {} words files reviewed by a person",
                       pack.version, pack.languages.size(), pack.campaigns.size(), pages, pack.quiz.questions.size(),
                       pack.reporting.places.size(), pack.reporting.channels.size(), verified, reviewed,
                       pack.words_files.size());
}

} // namespace kiosk::content

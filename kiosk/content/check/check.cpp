#include "content/check/check.h"
#include "base/calendar.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "content/check/checking.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

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

void check_page_words(CheckContext& checking, Page const& page, PageWords const& words, Language const& language)
{
    int count = 0;
    for (auto const* list : {&words.text, &words.points})
        for (auto const& text : *list) count += count_words(text);
    checking.headline(words.title, words.title_place);
    if (count == 0 && page.layout != PageLayout::statement && !words.unread.contains("text"))
        checking.error(words.place, fmt::format("page '{}' is empty in '{}'", page.id, language),
                       "write its text or take the page out of the campaign");
    if (count > kMostWordsAPage)
        checking.warning(words.place, fmt::format("page '{}' has {} words", page.id, count),
                         fmt::format("shorten it to {} or make two pages", kMostWordsAPage));
}

// Warns of a list of points that is longer or shorter than in most languages: an item was lost, or added in one only.
void check_points(CheckContext& checking, Page const& page)
{
    std::map<std::size_t, std::vector<PageWords const*>> by_length;
    std::size_t most = 0;
    for (auto const& language : checking.content.languages)
        if (auto const found = page.words.find(language); found != page.words.end()) {
            auto& alike = by_length[found->second.points.size()];
            alike.push_back(&found->second);
            most = std::max(most, alike.size());
        }
    if (by_length.size() < 2) return;
    auto const usual =
        std::find_if(by_length.rbegin(), by_length.rend(), [&](auto const& one) { return one.second.size() == most; });
    for (auto const& [length, alike] : by_length)
        for (auto const* words : alike)
            if (length != usual->first && !words->unread.contains("points"))
                checking.warning(words->place,
                                 fmt::format("page '{}' has {} points here, and {} in other languages", page.id, length,
                                             usual->first),
                                 "give it the same ones in every language");
}

void check_page(CheckContext& checking, Page const& page)
{
    auto const what = fmt::format("page '{}'", page.id);
    checking.sources(page.sources, location_of(page, "sources"), what, page.unread);
    if (!page.unread.contains("picture")) checking.picture(page.picture, location_of(page, "picture"));
    for (auto const& channel : page.channels) checking.channel(channel, location_of(page, "channels"), what);
    for (auto const& language : checking.content.languages)
        if (auto const found = page.words.find(language); found != page.words.end())
            check_page_words(checking, page, found->second, language);
    check_points(checking, page);
}

void check_series(CheckContext& checking, Series const& series, std::string const& what)
{
    auto const& file = series.place.file;
    if (file.empty()) return; // it could not be read, which is reported
    if (series.pages.empty()) {
        if (!checking.is_unread(file))
            checking.error(series.place, fmt::format("{} '{}' has no pages", what, series.id), "add a [[page]]");
        return;
    }
    checking.unique_ids(series.pages, "page");
    if (!series.picture.empty()) checking.picture(series.picture, location_of(series, "picture"));
    for (auto const& page : series.pages) check_page(checking, page);
    checking.words(series.pages, "page", file);
}

// A review must be of the words as they are now, and a release must be reviewed.
void check_review(CheckContext& checking, WordsFile const& file)
{
    auto const& review = file.review;
    auto const how = fmt::format("read it all, then run: kiosk-content reviewed {} --by NAME", file.place.file);
    bool const release = checking.content.edition == Edition::release;
    bool const dated = !review.mark.empty() || !review.on.empty();
    if (dated && !checking.past_day(review.on, file.on_place, "reviewed_on")) return;
    bool const by_hand = review.changed && review.mark.empty(); // reported when it was read
    if (review.changed && !by_hand)
        checking.remark(release ? Severity::error : Severity::warning, file.place,
                        fmt::format("these words were changed after {} had reviewed them on {}", review.by, review.on),
                        how);
    else if (!review.reviewed && release && !by_hand)
        checking.error(file.place, "nobody has reviewed these words, and this edition is a release", how);
}

} // namespace

std::string nearest_or(std::string const& id, std::vector<std::string> const& known, std::string otherwise)
{
    auto const near = nearest_word(id, known);
    return near ? fmt::format("did you mean '{}'?", *near) : std::move(otherwise);
}

void CheckContext::error(SourceLocation const& place, std::string message, std::string suggestion)
{
    remark(Severity::error, place, std::move(message), std::move(suggestion));
}

void CheckContext::warning(SourceLocation const& place, std::string message, std::string suggestion)
{
    remark(Severity::warning, place, std::move(message), std::move(suggestion));
}

void CheckContext::remark(Severity severity, SourceLocation const& place, std::string message, std::string suggestion)
{
    problems.push_back({severity, place, std::move(message), std::move(suggestion)});
}

void CheckContext::sources(std::vector<std::string> const& ids, SourceLocation const& place, std::string const& what,
                           UnreadKeys const& unread)
{
    if (ids.empty() && !unread.contains("sources")) error(place, what + " has no source", "name one in sources = […]");
    for (auto const& id : ids)
        if (!content.source(id) && !content.unread.contains("sources.toml")) note_unknown({"source", id, what, place});
    for (auto const& id : ids) mentioned_.insert("source " + id);
}

Channel const* CheckContext::channel(std::string const& id, SourceLocation const& place, std::string const& what)
{
    auto const* found = content.reporting.channel(id);
    mentioned_.insert("channel " + id);
    if (!found && !content.unread.contains("reporting/channels.toml")) note_unknown({"channel", id, what, place});
    return found;
}

namespace {

struct KnownRecord {
    std::string id;
    SourceLocation place;
};

template <typename T>
std::vector<KnownRecord> known_records(std::vector<T> const& entries)
{
    std::vector<KnownRecord> records;
    for (auto const& entry : entries) records.push_back({entry.id, entry.place});
    return records;
}

} // namespace

// Where several places name an id that no record has, and a record that nothing names has a similar id, the mistake is
// in the record.
void CheckContext::diagnose_unknown_ids()
{
    while (!unknown_.empty()) {
        auto const first = unknown_.front();
        auto const same = [&](Unknown const& one) { return one.kind == first.kind && one.id == first.id; };
        auto const times = std::count_if(unknown_.begin(), unknown_.end(), same);
        bool const channel = first.kind == "channel";
        auto const records = channel ? known_records(content.reporting.channels) : known_records(content.sources);
        std::vector<std::string> known, unnamed;
        for (auto const& record : records) {
            known.push_back(record.id);
            if (!mentioned_.contains(first.kind + " " + record.id)) unnamed.push_back(record.id);
        }
        auto const meant = times > 1 ? nearest_word(first.id, unnamed) : std::nullopt;
        if (corrected_.contains(first.kind + " " + first.id)) {
            // Its record was told to have this id.
        } else if (meant) {
            auto const record =
                std::find_if(records.begin(), records.end(), [&](auto const& one) { return one.id == *meant; });
            error(
                record->place,
                fmt::format("nothing names the {} '{}', and {} places name '{}'", first.kind, *meant, times, first.id),
                fmt::format("write id = \"{}\" here", first.id));
        } else {
            for (auto const& one : unknown_)
                if (same(one))
                    error(
                        one.place, fmt::format("{} names a {} '{}' that does not exist", one.what, one.kind, one.id),
                        nearest_or(one.id, known,
                                   channel ? "write an id of reporting/channels.toml" : "write an id of sources.toml"));
        }
        std::erase_if(unknown_, same);
    }
}

void CheckContext::note_unknown(Unknown unknown)
{
    constexpr std::size_t kMostToSort = 500; // more of them are no slips, and are not compared one by one
    if (unknown_.size() < kMostToSort) unknown_.push_back(std::move(unknown));
}

bool CheckContext::is_unread(std::string_view shown) const
{
    auto const slash = shown.find('/');
    return slash != std::string_view::npos && content.unread.contains(shown.substr(slash + 1));
}

void CheckContext::picture(std::string const& name, SourceLocation const& place)
{
    if (!options.picture_exists || name.empty() || options.picture_exists(name)) return;
    if (!reported_pictures_.insert(name).second) return; // once, however many pages show it
    // Of a path ("C:\Pictures\plage.png") the last part.
    auto const way = name.find_last_of("/\\:");
    auto const last = way == std::string::npos ? name : name.substr(way + 1);
    auto const ending = last.rfind('.');
    auto const bare = last.substr(0, ending);
    auto const folder = place.file.substr(0, place.file.find('/'));
    auto advice = fmt::format("put {}.png into {}/pictures", bare, folder);
    std::string twice; // "plage.jpg" of "plage.jpg.png"
    for (auto const* other : {".jpg", ".jpeg", ".png"})
        if (options.picture_exists(bare + other)) twice = bare + other;
    if (ending != std::string::npos && options.picture_exists(bare))
        advice = fmt::format("write \"{}\", without the ending", bare);
    else if (auto const near = nearest_word(bare, pictures()))
        advice = fmt::format("did you mean '{}'? Else {}", *near, advice);
    else if (!twice.empty())
        advice = fmt::format("there is {}.png: call it {}.png", twice, bare);
    else if (way != std::string::npos)
        advice = fmt::format("write \"{}\" alone, and {}", bare, advice);
    error(place, fmt::format("there is no picture '{}'", name), std::move(advice));
}

// The pictures that this content names and that exist.
std::vector<std::string> CheckContext::pictures() const
{
    std::set<std::string> names;
    auto const add = [&](std::string const& name) {
        if (options.picture_exists(name)) names.insert(name);
    };
    for (auto const& slide : content.attract) add(slide.picture);
    for (auto const& card : content.home) add(card.picture);
    for (auto const& slide : content.display.slides) add(slide.picture);
    for (auto const* series : content.all_series())
        for (auto const& page : series->pages) add(page.picture);
    for (auto const& set : content.scenes)
        for (auto const& scene : set.scenes) add(scene.picture);
    return {names.begin(), names.end()};
}

void CheckContext::headline(std::string const& text, SourceLocation const& place)
{
    auto const letters = count_code_points(text);
    if (letters > kLongestHeadline)
        warning(place, fmt::format("a headline has {} letters", letters),
                fmt::format("shorten it to {}: nobody reads more in passing", kLongestHeadline));
}

void CheckContext::length(std::string const& text, std::size_t most, SourceLocation const& place,
                          std::string const& what)
{
    if (auto const letters = count_code_points(text); letters > most)
        warning(place, fmt::format("{} has {} letters", what, letters), fmt::format("shorten it to {}", most));
}

SourceLocation CheckContext::words_of(SourceLocation const& structure, Language const& language) const
{
    auto const slash = structure.file.rfind('/');
    return {structure.file.substr(0, slash == std::string::npos ? 0 : slash + 1) + language + ".toml", 1, 1};
}

bool CheckContext::past_day(std::string const& day, SourceLocation const& place, std::string const& key)
{
    bool const is_day = calendar_day(day).has_value();
    bool const has_come = options.today.empty() || day <= options.today;
    if (!is_day)
        error(place, fmt::format("{} = \"{}\" is no day", key, day), "write year, month and day, as in 2026-11-25");
    else if (!has_come)
        error(place, fmt::format("{} = \"{}\" has not come yet", key, day),
              fmt::format("write the day on which it was done, as in {}", options.today));
    return is_day && has_come;
}

namespace {

// Where it was read, and when it was published, if that is known.
void check_source(CheckContext& checking, Source const& source)
{
    if (!source.unread.contains("url") && source.url.empty())
        checking.error(location_of(source, "url"), fmt::format("source '{}': url is empty", source.id),
                       "write where it was read, beginning with https://");
    auto const& year = source.year;
    if (year.empty()) return;
    bool const is_year = year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos;
    auto const& today = checking.options.today;
    if (!is_year)
        checking.error(location_of(source, "year"),
                       fmt::format("source '{}': year = \"{}\" is no year", source.id, year),
                       "write four digits, or nothing where nobody knows: year = \"\"");
    else if (!today.empty() && year > today.substr(0, 4))
        checking.error(location_of(source, "year"),
                       fmt::format("source '{}': the year {} has not come yet", source.id, year),
                       "write the year in which it was published");
}

} // namespace

Problems check_content(Content const& content, CheckOptions const& options)
{
    // Without languages no other file was read; the Problem of kiosk.toml says why.
    if (content.languages.empty() && content.unread.contains("kiosk.toml")) return {};
    CheckContext checking(content, options);
    checking.unique_ids(content.sources, "source");
    for (auto const& source : content.sources) check_source(checking, source);
    for (auto const& source : content.sources)
        if (!source.unread.contains("confidence") && (source.confidence.empty() || source.confidence.starts_with("C")))
            checking.error(location_of(source, "confidence"),
                           fmt::format("source '{}' is of confidence '{}'", source.id, source.confidence),
                           "nothing of confidence C ships: find a source that was read");
    for (auto const& slide : content.attract) checking.picture(slide.picture, location_of(slide, "picture"));
    for (auto const& series : content.campaigns) check_series(checking, series, "campaign");
    check_series(checking, content.professionals, "guide");
    check_series(checking, content.support, "guide");
    for (auto const& series : content.guides) check_series(checking, series, "guide");
    for (auto const& set : content.scenes) check_scenes(checking, set);
    for (auto const& quiz : content.quizzes) check_quiz(checking, quiz);
    check_home(checking);
    check_alternatives(checking);
    for (auto const& file : content.words_files) check_review(checking, file);
    check_reporting(checking);
    check_display(checking, content.display);
    checking.diagnose_unknown_ids();
    return std::move(checking.problems);
}

std::string describe_content(Content const& content)
{
    std::size_t pages = 0;
    for (auto const* series : content.all_series()) pages += series->pages.size();
    std::size_t questions = 0;
    for (auto const& quiz : content.quizzes) questions += quiz.questions.size();
    std::size_t scenes = 0;
    for (auto const& set : content.scenes) scenes += set.scenes.size();
    auto const reviewed = std::count_if(content.words_files.begin(), content.words_files.end(),
                                        [](WordsFile const& file) { return file.review.reviewed; });
    auto const verified = std::count_if(content.reporting.channels.begin(), content.reporting.channels.end(),
                                        [](Channel const& channel) { return channel.verified(); });
    return fmt::format(
        "version {}: {} languages, {} campaigns, {} pages, {} scenes, {} questions, {} places, {} channels "
        "({} verified by a person), {} of {} words files reviewed by a person",
        content.version, content.languages.size(), content.campaigns.size(), pages, scenes, questions,
        content.reporting.places.size(), content.reporting.channels.size(), verified, reviewed,
        content.words_files.size());
}

} // namespace kiosk::content

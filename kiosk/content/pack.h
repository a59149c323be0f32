// Pack: everything visitors read, as plain data, read once from a folder and never changed afterwards.
// Owner: the app; screens and the visit borrow it as const. Each record knows its place in a file, so that a check or
// an audit can send an editor there. It holds no drawing, no state and no decisions.
#pragma once
#include "base/bounds.h"
#include "base/problem.h"
#include "content/address.h"
#include "content/countries.h"
#include "figures/formats.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

using Language = std::string; // ISO 639-1 code, as in the file names
template <typename T>
using PerLanguage = std::map<Language, T>;

// Names of keys or of files whose value could not be read. That was said where it stands, and nobody misses it again.
using Unread = std::set<std::string, std::less<>>;

// Where each key of a record stands, so that what is said of it is said there.
using KeyLines = std::map<std::string, FilePlace, std::less<>>;

// Of a key of a record; of the record where the key is not there.
template <typename T>
FilePlace const& line_of(T const& record, std::string_view key)
{
    auto const found = record.lines.find(key);
    return found == record.lines.end() ? record.place : found->second;
}

// Of {names} in a text.
using Values = std::vector<std::pair<std::string, std::string>>;

enum class Edition { demonstration, release };

struct Source {
    std::string id, title, publisher, year, url;
    std::string confidence; // A, A-old, B+, B, B-old: as in the research file; C never ships
    FilePlace place;
    KeyLines lines = {};
    Unread unread = {};
};

// The state of a words file: nothing pretends to be reviewed, and a review is of the words that were read then.
struct Review {
    bool reviewed = false; // as the file stands now
    std::string by, on;
    std::string mark;     // of the words as they were read (content/keys/mark.h)
    bool changed = false; // somebody reviewed it, and its words are others today
};

enum class Readers { visitors, staff };

// A file of words in a language.
struct WordsFile {
    Language language;
    std::string folder; // "campaigns/dont-look-away", below the content
    FilePlace place;    // of its `status`
    FilePlace on_place; // of its `reviewed_on`
    Review review;
    std::string mark; // of its words as they are now
    Readers readers = Readers::visitors;
};

enum class PageLayout { picture_right, picture_left, statement };

struct PageWords {
    std::string title;
    std::vector<std::string> text;   // paragraphs
    std::vector<std::string> points; // short list items
    std::string alt;                 // what the picture shows
    FilePlace place, title_place;
    Unread unread = {};
};

struct Page {
    std::string id, picture;
    PageLayout layout = PageLayout::picture_right;
    std::vector<std::string> sources;  // ids
    std::vector<std::string> channels; // ids, shown as contact rows
    bool apart = false;                // has an entrance of its own, and is never reached by turning pages
    PerLanguage<PageWords> words;
    FilePlace place;
    KeyLines lines = {};
    Unread unread = {};
};

struct Heading {
    std::string title, subtitle;
};

// Pages in an order: a campaign, or a guide (for professionals, for support).
struct Series {
    std::string id, picture;
    std::vector<Page> pages;
    PerLanguage<Heading> headings;
    FilePlace place;
    KeyLines lines = {};
};

enum class QuestionKind { single, several, true_false, what_would_you_do };

struct QuestionWords {
    std::string question, reason;
    std::map<std::string, std::string> answers; // by answer id
    FilePlace place;
};

struct Question {
    std::string id;
    QuestionKind kind = QuestionKind::single;
    std::vector<std::string> answers, right; // answer ids
    std::vector<std::string> sources;
    PerLanguage<QuestionWords> words;
    FilePlace place;
    KeyLines lines = {};
    Unread unread = {};
};

// Whether a question has as many answers as one can have, each once; else its words are not held against them.
bool has_usable_answers(Question const& question);

struct Quiz {
    std::string id;
    int draw = 6;     // questions in a run, the paired one among them
    std::string pair; // id of the question asked first and once more at the end
    std::vector<Question> questions;
    PerLanguage<Heading> headings;
    FilePlace place;
    KeyLines lines = {};

    Question const* find(std::string_view question) const;
};

// Two at least: the paired one, and one between its two times.
constexpr NumberKeys<Quiz, 1> kQuizNumbers{number_key("draw", &Quiz::draw, Bounds<int>{2, 20})};

// depends: on who receives it, or on the country; the channel's tip says more.
enum class Anonymity { yes, no, unknown, confidential, depends };
// As it stands in the file.
std::string_view name(Anonymity anonymity);

// A contact by writing, for whoever cannot speak, or not there.
enum class TextKind { chat, email, whatsapp };
std::string_view name(TextKind kind);

struct TextContact {
    TextKind kind = TextKind::chat;
    std::string value; // a host, an address of mail, a number
    bool operator==(TextContact const&) const = default;
};

struct ChannelWords {
    std::string name, receives, tip;
    FilePlace place;
};

// One way to report, or to be helped. The only place an address comes from.
struct Channel {
    std::string id, runs_it, receives_it;
    std::vector<std::string> countries, scope;
    std::vector<std::string> languages; // that a source names; may be empty
    bool interprets = false;            // others through interpreters
    Anonymity anonymous = Anonymity::unknown;
    PerLanguage<Address> url; // may be empty: a line with a telephone only
    std::string phone, phone_free, hours, works_from;
    std::vector<TextContact> text_contacts;
    std::string from_abroad; // id of the channel that stands in for it where its number cannot be called; or ""
    std::string source, confidence, verified_on, verified_by;
    std::string verified_mark; // of the address and the number that were tried
    FilePlace verified_place;  // of verified_on
    PerLanguage<ChannelWords> words;
    FilePlace place;
    KeyLines lines = {};
    Unread unread = {};

    // Of its addresses, its number and its hours, as they are now.
    std::string mark() const;
    // Somebody tried it, and what was tried is another today.
    bool changed_since_tried() const { return !verified_mark.empty() && verified_mark != mark(); }
    bool verified() const { return !verified_on.empty() && !verified_by.empty() && verified_mark == mark(); }
    // The address for readers of a language: their own, else English, else any; "" if there is none.
    std::string address(Language const& language) const;
    // Its host; "" if there is none.
    std::string host(Language const& language) const;
    // The language that address is in.
    Language address_language(Language const& language) const;

private:
    Address const* find(Language const& language) const;
};

struct PlaceWords {
    std::string name; // "At sea"
    FilePlace place;
};

// Where something happened, or somebody lives: a country (named by ICU; most have no record), or at sea, in the air,
// online, elsewhere, unknown. The most useful channel first.
struct Place {
    std::string id, kind;
    std::vector<std::string> channels;  // for what happened there
    std::vector<std::string> residents; // for those who live there and saw something elsewhere
    std::vector<std::string> online;    // for those who live there and saw something online
    PerLanguage<PlaceWords> words;      // of what is no country
    FilePlace place;
    KeyLines lines = {};
    Unread unread = {};
};

// all: police, ambulance and fire; police: these alone.
enum class Answers { all, police };
std::string_view name(Answers answers);

struct EmergencyNumber {
    std::string number;
    Answers answers = Answers::all;
    std::vector<std::string> countries; // where it is answered when it is called there
    std::string source, confidence;
    FilePlace place;
    KeyLines lines = {};
};

// A heading with its text: a thing to note, a thing not to do, a doubt and its answer.
struct Advice {
    std::string label;
    std::vector<std::string> text;
    FilePlace place;
};

struct AdviceEntry {
    std::string id;
    PerLanguage<Advice> words;
    FilePlace place;
};

struct HistoricAddress {
    std::string host, now, source;
    FilePlace place;
    KeyLines lines = {};
};

struct Reporting {
    std::string home; // place id where the kiosk stands
    FilePlace home_place;
    std::vector<Channel> channels;
    std::vector<Place> places;
    std::vector<EmergencyNumber> emergency;
    PerLanguage<std::vector<Country>> countries; // of the world, in each language's order
    std::vector<HistoricAddress> historic;
    std::vector<AdviceEntry> note, never, doubts;
    std::vector<std::string> sources;

    Channel const* channel(std::string_view id) const;
    Place const* place(std::string_view id) const;
    // Of a country, in the order of the file; none where none was read.
    std::vector<EmergencyNumber const*> emergency_in(std::string_view country) const;
};

// Seconds, as an editor wrote them.
struct Timings {
    double attract_slide = 12;
    double display_slide = 14; // statements and facts of the trade-fair screen
    double display_code = 20;  // its codes: time to take out a phone
    double idle = 70;          // untouched seconds before the question "still there?"
    double idle_reading = 100; // on pages of text
    double idle_report = 25;   // on the reporting pages, where somebody may be watching
    double warning = 20;       // WCAG 2.2.1: at least 20 s to answer
    double neutral = 20;       // how long the neutral screen stays
};

// What they may be, [s]: long enough to read and for a hand, and never so long that the kiosk seems to stand still.
constexpr Bounds<double> kSlideBounds{5, 120};
constexpr Bounds<double> kCodeBounds{10, 120}; // a phone is taken out first
constexpr Bounds<double> kIdleBounds{20, 600};
constexpr Bounds<double> kReportIdleBounds{15, 300};
constexpr Bounds<double> kWarningBounds{20, 120};
constexpr NumberKeys<Timings, 8> kTimingNumbers{number_key("attract_slide", &Timings::attract_slide, kSlideBounds),
                                                number_key("display_slide", &Timings::display_slide, kSlideBounds),
                                                number_key("display_code", &Timings::display_code, kCodeBounds),
                                                number_key("idle", &Timings::idle, kIdleBounds),
                                                number_key("idle_reading", &Timings::idle_reading, kIdleBounds),
                                                number_key("idle_report", &Timings::idle_report, kReportIdleBounds),
                                                number_key("warning", &Timings::warning, kWarningBounds),
                                                number_key("neutral", &Timings::neutral, kSlideBounds)};

struct AttractSlide {
    std::string id, picture; // words: interface attract.<id> and attract.<id>_sub
    FilePlace place;
    KeyLines lines = {};
};

// What the trade-fair screen shows: a statement over a scene, a fact with its source, the code of a channel.
enum class SlideKind { statement, fact, code };

struct SlideWords {
    std::string title, text;
    FilePlace place;
};

struct DisplaySlide {
    std::string id, picture;
    SlideKind kind = SlideKind::statement;
    std::string channel;               // of a code
    std::vector<std::string> sources;  // ids; a fact has one at least
    std::vector<std::string> dayparts; // names of the configuration's; empty: always
    PerLanguage<SlideWords> words;
    FilePlace place;
    KeyLines lines = {};
    Unread unread = {};
};

struct Display {
    std::string id;
    std::vector<DisplaySlide> slides;
    FilePlace place;
};

struct AvoidedTerm {
    std::string language, term, instead;
};

// Words of an id that the structure beside them does not have: "page 'whot'" of fr.toml.
struct StrayWords {
    std::string what, id;  // "page", "whot"
    std::string structure; // the file that would name it: "content/campaigns/dont-look-away/campaign.toml"
    Language language;
    FilePlace place;
};

struct Pack {
    std::string version;
    FilePlace version_place;
    Edition edition = Edition::demonstration;
    std::vector<Language> languages; // in the order they are offered; the first is the one to fall back to
    Timings timings;
    std::vector<AttractSlide> attract;
    std::vector<Series> campaigns;
    Series professionals, support;
    Quiz quiz;
    Reporting reporting;
    Display display; // without slides where an edition has no trade-fair screen
    std::vector<Source> sources;
    std::vector<AvoidedTerm> avoided;
    PerLanguage<std::map<std::string, std::string>> interface;
    // Words that only staff read: "screen.<key>" of the staff screen, "figures.<key>" of workbooks. Optional.
    PerLanguage<std::map<std::string, std::string>> staff;
    // How workbooks write numbers and days; of a language without, as English does.
    PerLanguage<figures::Formats> formats;
    std::vector<WordsFile> words_files;
    // For the check alone. Files below the content that could not be read, or not all of whose records could be told
    // apart: "reporting/channels.toml". Words that belong to nothing.
    Unread unread;
    std::vector<StrayWords> stray_words;
    FilePlace languages_place; // of `languages`

    Series const* series(std::string_view id) const;
    Source const* source(std::string_view id) const;
    // The interface's words; those of the first language where a language lacks them, else of the next that has them;
    // the key itself where none has it.
    std::string const& words(Language const& language, std::string const& key) const;
    // The same for what only staff read.
    std::string const& staff_words(Language const& language, std::string const& key) const;
    // The same with values in place of {names}: each kept whole in a text from right to left, and of a text that counts
    // (word_key.h) the form that the count takes in the language.
    std::string sentence(Language const& language, std::string const& key, Values const& values) const;
    std::string staff_sentence(Language const& language, std::string const& key, Values const& values) const;
    // What a place or a country is called; its id where nobody knows.
    std::string place_name(Language const& language, std::string const& id) const;
    // Whether there is anything to show: a language and at least one campaign page or a channel.
    bool usable() const;
};

// What a language has, else what the pack's first language has, else an empty record.
template <typename T>
T const& in_language(PerLanguage<T> const& words, Language const& language, Pack const& pack)
{
    static T const kNothing{};
    if (auto const own = words.find(language); own != words.end()) return own->second;
    if (!pack.languages.empty())
        if (auto const first = words.find(pack.languages.front()); first != words.end()) return first->second;
    return kNothing;
}

// Puts values in place of {names}.
std::string fill(std::string text, Values const& values);

} // namespace kiosk::content

// Everything visitors read, as plain data: read once from a content folder, never changed afterwards, and borrowed as
// const by screens and by the visit. Owner: whoever read it (program/setup/ in the kiosk). Each record keeps the file
// and line it comes from, so that the check and the audit can send an editor there. No drawing, no state.
#pragma once
#include "base/bounds.h"
#include "content/address.h"
#include "content/countries.h"
#include "content/quiz.h"
#include "content/records.h"
#include "content/scenes.h"
#include "figures/formats.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

// For the {placeholders} of a text: name and value.
using Values = std::vector<std::pair<std::string, std::string>>;

enum class Edition { demonstration, release };

struct Source {
    std::string id, title, publisher, year, url;
    std::string confidence; // in the source, best first: A, A-old, B+, B, B-old; C (not confirmed) never ships
    SourceLocation place;
    KeyLocations lines = {};
    UnreadKeys unread = {};
};

// Whether a person has reviewed a words file. A review holds for the words as they were then; `mark` detects a change.
struct Review {
    bool reviewed = false; // as the file stands now
    std::string by, on;
    std::string mark;     // of the words as they were read (content/keys/mark.h)
    bool changed = false; // it was reviewed, and its words have changed since
};

enum class Audience { visitors, staff };

// A file of words in a language.
struct WordsFile {
    Language language;
    std::string folder;      // "campaigns/dont-look-away", below the content
    SourceLocation place;    // of its `status`
    SourceLocation on_place; // of its `reviewed_on`
    Review review;
    std::string mark; // of its words as they are now
    Audience readers = Audience::visitors;
};

enum class PageLayout { picture_right, picture_left, statement };

struct PageWords {
    std::string title;
    std::vector<std::string> text;   // paragraphs
    std::vector<std::string> points; // short list items
    std::string alt;                 // what the picture shows
    SourceLocation place, title_place;
    UnreadKeys unread = {};
};

struct Page {
    std::string id, picture;
    PageLayout layout = PageLayout::picture_right;
    std::vector<std::string> sources;  // ids
    std::vector<std::string> channels; // ids, shown as contact rows
    bool numbered = false;             // its points are counted, or are to be taken in their order
    bool apart = false;                // opened by a button of its own, never by turning pages
    PerLanguage<PageWords> words;
    SourceLocation place;
    KeyLocations lines = {};
    UnreadKeys unread = {};
};

// Pages in order: a campaign, or a guide (for professionals, for support).
struct Series {
    std::string id, picture;
    std::vector<Page> pages;
    PerLanguage<Heading> headings;
    SourceLocation place;
    KeyLocations lines = {};
};

// Whether a report can be made anonymously. depends: on who receives it, or on the country; the channel's tip says
// more.
enum class Anonymity { yes, no, unknown, confidential, depends };
// As written in channels.toml.
std::string_view name(Anonymity anonymity);

// A contact in writing, for visitors who cannot speak, or not where they are.
enum class TextKind { chat, email, whatsapp };
std::string_view name(TextKind kind);

struct TextContact {
    TextKind kind = TextKind::chat;
    std::string value; // a host, an email address, or a phone number, by its kind
    bool operator==(TextContact const&) const = default;
};

struct ChannelWords {
    std::string name, receives, tip;
    SourceLocation place;
};

// One way to report or to get help: every address and number on the screens comes from a Channel or EmergencyNumber.
struct Channel {
    std::string id, runs_it, receives_it;
    std::vector<std::string> countries, scope;
    std::vector<std::string> languages; // spoken there, as a source says; may be empty
    bool interprets = false;            // other languages through interpreters
    Anonymity anonymous = Anonymity::unknown;
    PerLanguage<Address> url; // may be empty: a line with a telephone only
    std::string phone, phone_free, hours, works_from;
    std::vector<TextContact> text_contacts;
    std::string from_abroad; // id of the channel that replaces it where its number cannot be called; or ""
    std::string source, confidence, verified_on, verified_by;
    std::string verified_mark;     // of the address and the number that were tried
    SourceLocation verified_place; // of verified_on
    PerLanguage<ChannelWords> words;
    SourceLocation place;
    KeyLocations lines = {};
    UnreadKeys unread = {};

    // The mark (content/keys/mark.h) of its addresses, numbers and hours as they are now.
    std::string mark() const;
    // Whether somebody tried it, and it has changed since.
    bool changed_since_tried() const { return !verified_mark.empty() && verified_mark != mark(); }
    bool verified() const { return !verified_on.empty() && !verified_by.empty() && verified_mark == mark(); }
    // The address in the reader's language, else in English, else in any; "" if it has none.
    std::string address(Language const& language) const;
    // Its host; "" if there is none.
    std::string host(Language const& language) const;
    // The language of what address() returns.
    Language address_language(Language const& language) const;

private:
    Address const* find(Language const& language) const;
};

struct PlaceWords {
    std::string name; // "At sea"
    SourceLocation place;
};

// Where something happened, or where the visitor lives: a country, or one of "at-sea", "in-the-air", "online",
// "elsewhere", "unknown". Most countries have no record; ICU names them all. The most useful channel comes first.
struct Place {
    std::string id, kind;
    std::vector<std::string> channels;  // for what happened there
    std::vector<std::string> residents; // for those who live there and saw something elsewhere
    std::vector<std::string> online;    // for those who live there and saw something online
    PerLanguage<PlaceWords> words;      // of places that are no country
    SourceLocation place;
    KeyLocations lines = {};
    UnreadKeys unread = {};
};

// Whom an emergency number reaches. all: police, ambulance and fire brigade.
enum class EmergencyServices { all, police };
std::string_view name(EmergencyServices answers);

struct EmergencyNumber {
    std::string number;
    EmergencyServices answers = EmergencyServices::all;
    std::vector<std::string> countries; // codes: where it can be called
    std::string source, confidence;
    SourceLocation place;
    KeyLocations lines = {};
};

// A heading with its text: something to note, something not to do, or a doubt and the answer to it.
struct Advice {
    std::string label;
    std::vector<std::string> text;
    SourceLocation place;
};

struct AdviceEntry {
    std::string id;
    PerLanguage<Advice> words;
    SourceLocation place;
};

struct HistoricAddress {
    std::string host, now, source;
    SourceLocation place;
    KeyLocations lines = {};
};

struct Reporting {
    std::string home; // place id where the kiosk stands
    SourceLocation home_place;
    std::vector<Channel> channels;
    std::vector<Place> places;
    std::vector<EmergencyNumber> emergency;
    PerLanguage<std::vector<Country>> countries; // all of the world, in each language's alphabetical order
    std::vector<HistoricAddress> historic;
    std::vector<AdviceEntry> note, never, doubts;
    std::vector<std::string> sources;

    Channel const* channel(std::string_view id) const;
    Place const* place(std::string_view id) const;
    // The emergency numbers of a country, in the order of the file.
    std::vector<EmergencyNumber const*> emergency_in(std::string_view country) const;
};

// [s]; an editor may set each in kiosk.toml.
struct Timings {
    double attract_slide = 12;
    double display_slide = 14; // statements and facts of the trade-fair screen
    double display_code = 20;  // its codes: time to take out a phone
    double idle = 70;          // without a touch, before the question "still there?"
    double idle_reading = 100; // on pages of text
    double idle_report = 25;   // on the reporting pages, where somebody may be watching
    double warning = 20;       // WCAG 2.2.1: at least 20 s to answer
    double neutral = 20;       // how long the neutral screen stays
};

// Bounds, [s]: long enough to read and to react, short enough that the kiosk does not seem frozen.
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
    SourceLocation place;
    KeyLocations lines = {};
};

// A card of the first screen. Those of scenes and of a quiz have their headings for words, that of a page has the
// interface's: home.<id> and home.<id>_sub.
enum class HomeCardKind { scenes, quiz, page };

struct HomeCard {
    HomeCardKind kind = HomeCardKind::page;
    std::string id;    // of a page's card
    std::string opens; // id of a set of scenes, of a quiz, or of a series
    std::string page;  // id; of a page's card
    std::string picture;
    SourceLocation place;
    KeyLocations lines = {};
};

// What the trade-fair screen shows: a statement over a picture, a fact with its source, or the QR code of a channel.
enum class SlideKind { statement, fact, code };

struct SlideWords {
    std::string title, text;
    SourceLocation place;
};

struct DisplaySlide {
    std::string id, picture;
    SlideKind kind = SlideKind::statement;
    std::string channel;               // of a code
    std::vector<std::string> sources;  // ids; a fact has one at least
    std::vector<std::string> dayparts; // names from the configuration; empty: all day
    PerLanguage<SlideWords> words;
    SourceLocation place;
    KeyLocations lines = {};
    UnreadKeys unread = {};
};

struct Display {
    std::string id;
    std::vector<DisplaySlide> slides;
    SourceLocation place;
};

struct AvoidedTerm {
    std::string language, term, instead;
};

// A section of a words file whose id the structure file does not have: "page 'whot'" of fr.toml.
struct StrayWords {
    std::string what, id;  // "page", "whot"
    std::string structure; // the file that would name it: "content/campaigns/dont-look-away/campaign.toml"
    Language language;
    SourceLocation place;
};

struct Content {
    std::string version;
    SourceLocation version_place;
    Edition edition = Edition::demonstration;
    std::vector<Language> languages; // in the order they are offered; the first is the fallback
    Timings timings;
    std::vector<AttractSlide> attract;
    std::vector<HomeCard> home; // the first is the large one
    std::vector<Series> campaigns;
    Series professionals, support;
    std::vector<Series> guides;   // others, each a button of home
    std::vector<Quiz> quizzes;    // the first is asked where none is named
    std::vector<SceneSet> scenes; // "What would you do?"; none in an edition that names none
    Reporting reporting;
    Display display; // without slides where the edition has no trade-fair screen
    std::vector<Source> sources;
    std::vector<AvoidedTerm> avoided;
    PerLanguage<std::map<std::string, std::string>> interface;
    // Words that only staff read: "screen.<key>" of the staff screen, "figures.<key>" of workbooks. Optional.
    PerLanguage<std::map<std::string, std::string>> staff;
    // How workbooks write numbers and days; English rules apply to a language that is not in it.
    PerLanguage<figures::Formats> formats;
    std::vector<WordsFile> words_files;
    // For the check alone: files that could not be read completely ("reporting/channels.toml", relative to the content
    // folder), and words that belong to no record.
    UnreadKeys unread;
    std::vector<StrayWords> stray_words;
    SourceLocation languages_place; // of `languages`

    Series const* series(std::string_view id) const;
    std::vector<Series const*> all_series() const; // campaigns, then guides
    Quiz const* quiz(std::string_view id) const;   // "": the first; nothing if there is none
    Source const* source(std::string_view id) const;
    SceneSet const* scene_set(std::string_view id) const;
    // A text of the interface: in this language, else in the first of `languages` that has it, else the key itself.
    std::string const& words(Language const& language, std::string const& key) const;
    // The same for what only staff read.
    std::string const& staff_words(Language const& language, std::string const& key) const;
    // The same with values in place of {placeholders}. A text that counts (word_key.h) comes in the plural form of the
    // language. In right-to-left text each value is isolated, so that it keeps its own direction.
    std::string sentence(Language const& language, std::string const& key, Values const& values) const;
    std::string staff_sentence(Language const& language, std::string const& key, Values const& values) const;
    // What a place or a country is called; its id where there is no name.
    std::string place_name(Language const& language, std::string const& id) const;
    // Whether there is anything to show: a language with interface texts, and at least a campaign page or a channel.
    bool usable() const;
};

// The record in this language, else in the first language, else an empty record.
template <typename T>
T const& in_language(PerLanguage<T> const& words, Language const& language, Content const& content)
{
    static T const kNothing{};
    if (auto const own = words.find(language); own != words.end()) return own->second;
    if (!content.languages.empty())
        if (auto const first = words.find(content.languages.front()); first != words.end()) return first->second;
    return kNothing;
}

// Replaces the {placeholders} by their values; a value is not searched for the same placeholder again.
std::string fill_placeholders(std::string text, Values const& values);

} // namespace kiosk::content

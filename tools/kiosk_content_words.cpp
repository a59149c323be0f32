#include "base/calendar.h"
#include "base/clock.h"
#include "base/zone.h"
#include "content/read/sentences.h"
#include "content/read/signing_off.h"
#include "files/files.h"
#include "files/output_files.h"
#include "kiosk_content_commands.h"
#include "kiosk_content_keys.h"
#include "package/csv.h"
#include "system/print.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <memory>

namespace kiosk::tools {

namespace {

struct WordsChoice {
    std::filesystem::path folder, out = "sentences.csv";
    std::vector<std::filesystem::path> files;
    std::vector<std::string> channels;
    std::string by, on;
};

std::string day_of(WordsChoice const& choice)
{
    return choice.on.empty() ? Zone().day(SystemClock().wall()) : choice.on;
}

// A day that is none, or has yet to come, would be refused by the check.
bool is_past_day(std::string const& day)
{
    if (calendar_day(day) && day <= Zone().day(SystemClock().wall())) return true;
    print(Channel::errors, "kiosk-content: '{}' is no day, or has not come yet (write it as in 2026-11-25)\n", day);
    return false;
}

Result<> review(std::filesystem::path const& file, WordsChoice const& choice)
{
    auto const bytes = read_file(file);
    if (!bytes) return bytes.error();
    Problems problems;
    auto const root = toml::parse_toml(bytes.value(), file.string(), problems);
    if (!root) return Error{"", problems.front().line(), ""};
    if (!root->find("status"))
        return Error{file.string(), "is no file of words: it has no line status = …",
                     "name files of words, as content/interface/fr.toml"};
    auto const text = content::with_review(bytes.value(), {choice.by, day_of(choice), content::mark_of_words(*root)});
    if (!text) return Error{file.string(), text.error().message, text.error().advice};
    return write_file_atomically(file, text.value());
}

int reviewed(WordsChoice const& choice)
{
    if (!is_past_day(day_of(choice))) return 2;
    for (auto const& file : choice.files) {
        if (auto const done = review(file, choice); !done) return fail(done.error());
        print(Channel::output, "{}: reviewed by {} on {}, as it stands now\n", file.string(), choice.by,
              day_of(choice));
    }
    return 0;
}

// All that somebody had to try: the number, and each address.
std::vector<std::string> means_to_try(content::Channel const& channel, std::vector<content::Language> const& languages)
{
    std::vector<std::string> means;
    if (!channel.phone.empty()) means.push_back(channel.phone);
    for (auto const& language : languages)
        if (auto const address = std::string(channel.address(language));
            !address.empty() && std::find(means.begin(), means.end(), address) == means.end())
            means.push_back(address);
    return means;
}

int tried(WordsChoice const& choice)
{
    if (!is_past_day(day_of(choice))) return 2;
    if (auto const fault = content::content_folder_problem(choice.folder))
        return fail({fault->place.file, fault->message,
                     "name the content folder first: kiosk-content tried content be-form --by NAME"});
    if (choice.channels.empty())
        return fail({"tried", "no channel is named",
                     "write its id behind the folder: kiosk-content tried content be-form --by NAME"});
    auto const content = content::read_content(choice.folder).content;
    auto const file = choice.folder / "reporting" / "channels.toml";
    for (auto const& id : choice.channels) {
        auto const bytes = read_file(file);
        if (!bytes) return fail(bytes.error());
        auto const* channel = content.reporting.channel(id);
        auto const text =
            content::with_trial(bytes.value(), id, {choice.by, day_of(choice), channel ? channel->mark() : ""});
        if (!text) return fail({file.string(), text.error().message, text.error().advice});
        // The line of its id is there, but the file cannot be read as TOML.
        if (!channel) return fail({file.string(), "cannot be read", "kiosk-content check says what is wrong"});
        if (auto const written = write_file_atomically(file, text.value()); !written) return fail(written.error());
        print(Channel::output, "{}: tried by {} on {}, with {}\n", id, choice.by, day_of(choice),
              fmt::join(means_to_try(*channel, content.languages), ", "));
    }
    return 0;
}

std::string line_of(SourceLocation const& place) { return fmt::format("{}:{}", place.file, place.line); }

// The first place it is written at, and each language's text and state. A byte order mark, since Excel asks for one.
std::string csv_of(content::Content const& content, std::vector<content::Sentence> const& sentences)
{
    std::string text = "\xEF\xBB\xBF";
    std::vector<std::string> cells{"where", "key", "source"};
    for (auto const& language : content.languages) cells.insert(cells.end(), {language, language + ": state"});
    auto const add = [&] { package::append_csv_row(text, {cells.begin(), cells.end()}); };
    add();
    for (auto const& sentence : sentences) {
        cells = {line_of(sentence.versions.begin()->second.place), sentence.key,
                 fmt::format("{}", fmt::join(sentence.sources, "; "))};
        if (auto const first = sentence.versions.find(content.languages.front()); first != sentence.versions.end())
            cells.front() = line_of(first->second.place);
        for (auto const& language : content.languages) {
            auto const found = sentence.versions.find(language);
            bool const there = found != sentence.versions.end();
            cells.push_back(there ? found->second.text : "");
            cells.push_back(there ? found->second.state : "missing");
        }
        add();
    }
    return text;
}

std::string escaped_html(std::string_view text)
{
    std::string result;
    for (char const letter : text) switch (letter) {
        case '&': result += "&amp;"; break;
        case '<': result += "&lt;"; break;
        case '>': result += "&gt;"; break;
        default: result += letter;
        }
    return result;
}

std::string html_of(content::Content const& content, std::vector<content::Sentence> const& sentences)
{
    std::string text = "<!doctype html><meta charset=utf-8><title>Sentences</title>"
                       "<style>body{font:15px/1.4 sans-serif}table{border-collapse:collapse}th,td{border:1px solid "
                       "#999;padding:.4em;vertical-align:top;max-width:22em}small{color:#555;display:block}</style>"
                       "<table><tr><th>where<th>source";
    for (auto const& language : content.languages) text += "<th>" + language;
    for (auto const& sentence : sentences) {
        auto const& first = sentence.versions.begin()->second;
        text += fmt::format("\n<tr><td>{}<small>{}</small><td>{}", escaped_html(sentence.key),
                            escaped_html(line_of(first.place)),
                            escaped_html(fmt::format("{}", fmt::join(sentence.sources, "; "))));
        for (auto const& language : content.languages) {
            auto const found = sentence.versions.find(language);
            text += fmt::format("<td lang={} dir=auto>", language);
            text += found == sentence.versions.end()
                        ? "<small>missing</small>"
                        : escaped_html(found->second.text) + "<small>" + escaped_html(found->second.state) + "</small>";
        }
    }
    return text + "\n</table>\n";
}

int write_sentences(WordsChoice const& choice)
{
    if (auto const checked = check_outputs({choice.out}, {choice.folder}); !checked) return fail(checked.error());
    if (auto const checked = check_ending(choice.out, {".csv", ".html"}); !checked) return fail(checked.error());
    auto const read = content::read_content(choice.folder);
    if (read.content.languages.empty()) {
        for (auto const& problem : read.problems) print(Channel::errors, "{}\n", problem.line());
        return 1;
    }
    auto const all = content::sentences(read);
    bool const page = choice.out.extension() == ".html";
    auto const written =
        write_file_atomically(choice.out, page ? html_of(read.content, all) : csv_of(read.content, all));
    if (!written) return fail(written.error());
    print(Channel::output, "{}: {} sentences in {} languages\n", choice.out.string(), all.size(),
          read.content.languages.size());
    return 0;
}

} // namespace

Command words_commands(command_line::Command& app)
{
    auto const choice = std::make_shared<WordsChoice>();
    auto reviewing = app.command("reviewed", "Notes that somebody has read a file of words as it stands now");
    reviewing.option("files", choice->files, "files of words: content/interface/fr.toml").required();
    auto trying = app.command("tried", "Notes that somebody has tried a way to report as it stands now");
    trying.option("folder", choice->folder, "the content folder").required();
    trying.option("channels", choice->channels, "ids: be-form");
    for (auto command : {reviewing, trying}) {
        command.option("--by", choice->by, "the name of who it was").required();
        command.option("--on", choice->on, "the day, as YYYY-MM-DD; today's without it");
    }
    auto listing = app.command("sentences", "Writes every sentence that visitors read, with its source and state");
    listing.option("folder", choice->folder, "the content folder").required();
    listing.option("--out", choice->out, "a table (.csv) or a page (.html)");
    return [=]() -> std::optional<int> {
        if (reviewing.given()) return reviewed(*choice);
        if (trying.given()) return tried(*choice);
        if (listing.given()) return write_sentences(*choice);
        return std::nullopt;
    };
}

} // namespace kiosk::tools

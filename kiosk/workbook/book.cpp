#include "workbook/book.h"
#include "base/utf8.h"
#include "workbook/check.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <ctime>
#include <fmt/format.h>

namespace kiosk::workbook {

namespace {

constexpr std::size_t kLongestSheetName = 31, kLongestProperty = 200; // [letters]
constexpr int kSecondsADay = 24 * 3600;

// What parts the thousands: between "1" and "234" of the sample.
std::string_view thousands(figures::Formats const& formats)
{
    constexpr std::size_t kDigits = 4;
    return std::string_view(formats.number).substr(1, formats.number.size() - kDigits);
}

std::string filled(std::string text, Values const& values)
{
    for (auto const& [name, value] : values) {
        auto const mark = "{" + name + "}";
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
            text.replace(at, mark.size(), value);
    }
    return text;
}

} // namespace

Book::Book(std::filesystem::path const& path, figures::DisplayNames const& labels, WorkbookOptions const& options)
    : path_(path),
      labels_(labels),
      options_(options)
{
    auto folder = options.temporary_folder;
    lxw_workbook_options library{};
    library.tmpdir = folder.empty() ? nullptr : folder.data();
    workbook_ = workbook_new_opt(path.c_str(), &library);
    if (!workbook_) {
        error_ = LXW_ERROR_MEMORY_MALLOC_FAILED;
        return;
    }
    for (std::size_t i = 0; i < formats_.size(); ++i)
        formats_[i] = make_format(workbook_, static_cast<Style>(i), labels.formats);
}

Book::~Book()
{
    if (workbook_) lxw_workbook_free(workbook_);
}

std::string Book::words(std::string_view key, Values const& values) const
{
    auto const whole = "figures." + std::string(key);
    return filled(labels_.words ? labels_.words(whole) : whole, values);
}

std::string Book::item(Measure measure, std::string_view item) const
{
    return labels_.item ? labels_.item(measure, item) : std::string(item);
}

std::string Book::item_with_question(Measure measure, std::string const& item) const
{
    auto const last = item.rfind('/');
    auto const tail = last == std::string::npos ? std::string() : item.substr(last + 1);
    auto const head = item.substr(0, last);
    auto const quiz = head.substr(0, head.find('/'));
    auto const question = [&](std::string const& path) {
        return labels_.question ? labels_.question(quiz, path.substr(std::min(path.find('/') + 1, path.size()))) : path;
    };
    switch (measure) {
    case Measure::visits: return "";
    case Measure::quiz_left_at: return question(item);
    case Measure::quiz_right: return question(head) + " · " + words(tail == "right" ? "right" : "not_right");
    case Measure::quiz_answer: {
        QuestionFigures of;
        of.quiz = quiz;
        of.question = head.substr(std::min(head.find('/') + 1, head.size()));
        return question(head) + " · " + answer(of, tail);
    }
    case Measure::dwell: return this->item(Measure::screen_seen, head) + " · " + this->item(measure, tail);
    case Measure::knowledge: return words("knowledge." + tail);
    default: return this->item(measure, item);
    }
}

std::string Book::language(std::string_view code) const
{
    return labels_.language_name ? labels_.language_name(code) : std::string(code);
}

std::string Book::question(QuestionFigures const& question) const
{
    return labels_.question ? labels_.question(question.quiz, question.question) : question.question;
}

std::string Book::answer(QuestionFigures const& question, std::string_view answer) const
{
    return labels_.answer ? labels_.answer(question.quiz, question.question, answer) : std::string(answer);
}

std::string Book::number(std::int64_t number) const
{
    auto digits = std::to_string(number);
    auto const first = digits.starts_with('-') ? std::size_t{1} : std::size_t{0};
    for (auto at = digits.size(); at > first + 3; at -= 3) digits.insert(at - 3, thousands(labels_.formats));
    return digits;
}

std::string Book::percent(std::int64_t part, std::int64_t whole) const
{
    auto const percent = std::llround(100.0 * static_cast<double>(part) / static_cast<double>(whole));
    return format_percent(labels_.formats, percent);
}

std::string Book::day(std::string_view day) const
{
    if (!spreadsheet_day(day)) return std::string(day);
    return format_day(labels_.formats, day);
}

std::string Book::period(std::string_view first, std::string_view last) const
{
    if (first.empty()) return words("no_period");
    if (first == last) return day(first);
    return fmt::format("{} – {}", day(first), day(last));
}

std::string Book::country(std::string const& code) const
{
    auto const name = labels_.country ? labels_.country(code) : std::string();
    return name.empty() ? code : name;
}

std::string Book::campaign(std::string const& id) const
{
    auto const name = labels_.campaign ? labels_.campaign(id) : std::string();
    return name.empty() ? id : name;
}

std::string Book::kind() const
{
    switch (options_.kind) {
    case figures::ExportKind::preview: return words("marked.preview");
    case figures::ExportKind::internal: return words("marked.house");
    case figures::ExportKind::whole: break;
    }
    return {};
}

std::string Book::sheet_name(std::string const& wished)
{
    std::string kept;
    auto const safe = clean(wished);
    for (std::size_t at = 0; at < safe.size();) {
        auto const code = next_code_point(safe, at);
        bool const refused = code < 0x20 || (code < 0x80 && std::strchr("[]:*?/\\'", static_cast<int>(code)));
        append_utf8(kept, refused ? U'-' : code > 0xFFFF ? kReplacementCharacter : code);
    }
    auto const is_space = [](unsigned char letter) { return letter == ' '; };
    while (!kept.empty() && is_space(static_cast<unsigned char>(kept.back()))) kept.pop_back();
    // "History" is the one name that Excel keeps for itself.
    if (kept.empty() || small_letters(kept) == "history") kept += "-";
    auto name = cut(kept, kLongestSheetName);
    for (int number = 2; !sheet_names_.insert(small_letters(name)).second; ++number) {
        auto const end = fmt::format(" ({})", number);
        name = cut(kept, kLongestSheetName - end.size()) + end;
    }
    return name;
}

void Book::name_range(std::string const& name, std::string const& sheet, Range const& range)
{
    auto const absolute = [](std::uint32_t row, std::uint16_t column) {
        auto const cell = cell_name(row, column);
        auto const digits = cell.find_first_of("0123456789");
        return "$" + cell.substr(0, digits) + "$" + cell.substr(digits);
    };
    auto const first = absolute(range.first_row, range.first_column);
    auto const last = absolute(range.last_row, range.last_column);
    auto const where = first == last ? first : first + ":" + last;
    if (workbook_) check(workbook_define_name(workbook_, name.c_str(), fmt::format("='{}'!{}", sheet, where).c_str()));
}

void Book::check(lxw_error error)
{
    if (error_ == LXW_NO_ERROR) error_ = error;
}

void Book::properties(figures::Figures const& figures)
{
    auto title = cut(clean(words("title") + ": " + options_.title), kLongestProperty);
    auto subject = period(figures.first_day(), figures.last_day());
    auto author = cut(clean(options_.title), kLongestProperty);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.author = author.data();
    // A day that is always the same for the same figures, never the machine's clock.
    auto const made = spreadsheet_day(options_.made_on.empty() ? figures.last_day() : options_.made_on);
    constexpr int kOf1970 = 25'569;
    properties.created =
        std::max<std::time_t>(1, static_cast<std::time_t>(made.value_or(kOf1970) - kOf1970) * kSecondsADay);
    check(workbook_set_properties(workbook_, &properties));
}

Result<> Book::close()
{
    // The library frees itself whatever becomes of the file.
    auto* const workbook = std::exchange(workbook_, nullptr);
    if (error_ != LXW_NO_ERROR) {
        if (workbook) lxw_workbook_free(workbook);
    } else {
        errno = 0;
        error_ = workbook_close(workbook);
    }
    if (error_ != LXW_NO_ERROR) {
        auto const code = errno;
        std::string why = lxw_strerror(error_);
        if (code != 0) why += fmt::format(": {}", std::strerror(code));
        return Error{path_.string(), "cannot write the workbook: " + why,
                     "check that there is room, here and in the folder for temporary files",
                     kind_of_system_error(code)};
    }
    return check_workbook(path_);
}

} // namespace kiosk::workbook

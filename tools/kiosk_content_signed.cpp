#include "base/calendar.h"
#include "base/clock.h"
#include "base/zone.h"
#include "content/contacts.h"
#include "content/edition_changes.h"
#include "content/read/read.h"
#include "files/files.h"
#include "files/output_files.h"
#include "kiosk_content_commands.h"
#include "kiosk_content_judging.h"
#include "kiosk_content_keys.h"
#include "system/print.h"
#include "updates/archive_writing.h"
#include "updates/limits.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <memory>

namespace kiosk::tools {

namespace {

struct SignedChoice {
    std::filesystem::path file, key, before, signature, out;
    std::vector<std::filesystem::path> open_keys;
    bool anew = false, with_files = false;
};

// Gone with whoever made it.
class TemporaryContent {
public:
    TemporaryContent()
    {
        auto name = (std::filesystem::temp_directory_path() / "kiosk-content-XXXXXX").string();
        if (::mkdtemp(name.data())) path_ = name;
    }
    TemporaryContent(TemporaryContent const&) = delete;
    TemporaryContent& operator=(TemporaryContent const&) = delete;
    ~TemporaryContent()
    {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
    }
    // Its name stands before every fault that is told of it.
    std::filesystem::path path() const { return path_ / "content"; }

private:
    std::filesystem::path path_;
};

bool is_archive(std::filesystem::path const& file)
{
    std::error_code ignored;
    return !std::filesystem::is_directory(file, ignored);
}

// An archive or a content folder, as a folder.
class UnpackedContent {
public:
    explicit UnpackedContent(std::filesystem::path file) : file_(std::move(file)), is_archive_(is_archive(file_)) {}

    Result<> open()
    {
        if (is_archive_) return updates::unpack_archive(file_, unpacked_.path());
        return success();
    }
    std::filesystem::path path() const { return is_archive_ ? unpacked_.path() : file_; }

private:
    std::filesystem::path file_;
    bool is_archive_;
    TemporaryContent unpacked_;
};

void print_errors(Problems const& problems)
{
    for (auto const& problem : problems)
        if (problem.severity == Severity::error) print(Channel::output, "{}\n", problem.line());
}

// What is told of contacts is told once.
bool is_contact_change(content::EditionChange const& change, std::vector<content::ContactChange> const& contacts)
{
    if (change.file.starts_with("pictures/") && change.kind != content::ChangeKind::removed) return true;
    return std::any_of(contacts.begin(), contacts.end(), [&](content::ContactChange const& contact) {
        return contact.before == change.before && contact.after == change.after &&
               change.key.find(contact.of) != std::string::npos;
    });
}

// Beside what came before: where reports go first, then every word, number and picture.
void print_changes(std::filesystem::path const& before, std::filesystem::path const& after)
{
    auto const read = content::read_content(after);
    print_errors(read.problems);
    auto contacts = content::contact_changes(content::read_content(before).content, read.content);
    for (auto& picture : content::picture_changes(before, after)) contacts.push_back(std::move(picture));
    for (auto const& change : contacts)
        print(Channel::output, "{}{}\n", change.line(), change.needs_two_signatures ? "; needs two signatures" : "");
    print(Channel::output, "{}\n",
          contacts.empty() ? "no change of where reports go"
                           : fmt::format("{} changes of where reports go", contacts.size()));
    std::size_t others = 0;
    for (auto const& change : content::edition_changes(before, after)) {
        if (is_contact_change(change, contacts)) continue;
        print(Channel::output, "{}\n", change.line());
        ++others;
    }
    print(Channel::output, "{}\n",
          others == 0 ? "no other change" : fmt::format("{} other changes of words, settings and pictures", others));
}

Result<> print_changes_of(SignedChoice const& choice)
{
    UnpackedContent before(choice.before), after(choice.file);
    KIOSK_TRY(before.open());
    KIOSK_TRY(after.open());
    std::error_code ignored;
    for (auto const& [folder, name] : {std::pair(before.path(), choice.before), std::pair(after.path(), choice.file)})
        if (!std::filesystem::is_regular_file(folder / "kiosk.toml", ignored))
            return Error{name.string(), "holds no content: there is no kiosk.toml in it",
                         "name a pack, or the folder that has kiosk.toml"};
    print_changes(before.path(), after.path());
    return success();
}

// Nobody signs it with a fault in it, whatever tool has packed it: above all with what is no address.
Result<> check_before_signing(std::filesystem::path const& file)
{
    UnpackedContent content(file);
    KIOSK_TRY(content.open());
    auto const judged = check_folder(content.path());
    print_errors(judged.problems);
    if (!judged.may_be_shown())
        return Error{file.string(), "has errors, and is not signed", "have what is said above mended"};
    return success();
}

// With what minisign has signed: of whom it is, no .minisig says by itself.
Result<std::size_t> take_signature(SignedChoice const& choice, updates::Signing signing)
{
    if (choice.open_keys.size() != 1)
        return Error{"--signature", "says not whose it is", "name the .public file of who made it with --public"};
    auto const key = read_public(choice.open_keys.front());
    if (!key) return key.error();
    auto const text = read_file(choice.signature);
    if (!text) return text.error();
    return updates::sign_file_with(choice.file, text.value(), key.value(), signing);
}

Result<std::size_t> sign_with_key(SignedChoice const& choice, updates::Signing signing)
{
    auto const key = read_secret(choice.key);
    if (!key) return key.error();
    return updates::sign_file(choice.file, key.value(), signing);
}

int sign(SignedChoice const& choice)
{
    auto const opened = updates::open_archive(choice.file);
    if (!opened) return fail(opened.error());
    if (opened.value().kind == updates::SignedKind::content) {
        if (auto const checked = check_before_signing(choice.file); !checked) return fail(checked.error());
        if (!choice.before.empty())
            if (auto const said = print_changes_of(choice); !said) return fail(said.error());
    }
    // Not before somebody else's content was gone through: what fails on it has no key to lose.
    auto const signing = choice.anew ? updates::Signing::anew : updates::Signing::also;
    auto const signers = choice.key.empty() ? take_signature(choice, signing) : sign_with_key(choice, signing);
    if (!signers) return fail(signers.error());
    auto const after = updates::open_archive(choice.file);
    if (!after) return fail(after.error());
    print(Channel::output, "{}: signed by key {}; {}\n", choice.file.string(),
          crypto::number_text(after.value().header.signatures.back().number),
          signers.value() > 1 ? "two people have signed" : "nobody else has signed");
    return 0;
}

// "signed by: RW… (office.public, and it holds)", a line for each. The file itself holds the number of each key only,
// which anybody can write, so that a key is named where its .public file is given.
Result<> print_signatures(updates::OpenedArchive const& archive, std::vector<std::filesystem::path> const& files)
{
    if (!archive.header.is_signed()) print(Channel::output, "signed by: nobody\n");
    for (auto const& one : archive.header.signatures) {
        std::string who;
        for (auto const& file : files) {
            auto const key = read_public(file);
            if (!key) return key.error();
            if (key.value().number != one.number) continue;
            bool const is_valid = crypto::verify_signature(one, archive.body, key.value());
            who = fmt::format("key {} ({}, and it {})", crypto::public_key_text(key.value()), file.filename().string(),
                              is_valid ? "holds" : "does NOT hold");
        }
        if (who.empty())
            who = fmt::format("key number {}{}", crypto::number_text(one.number),
                              files.empty() ? "; whose it is and whether it holds is said with --public FILE"
                                            : ", which is none of those that were named");
        print(Channel::output, "signed by: {}\n", who);
    }
    return success();
}

// As files that minisign checks, and how to have them checked.
int write_parts(SignedChoice const& choice)
{
    auto const archive = updates::open_archive(choice.file);
    if (!archive) return fail(archive.error());
    if (auto const checked = check_output_folder(choice.out, {choice.file}); !checked) return fail(checked.error());
    auto const written = updates::write_signed_parts(archive.value(), choice.out);
    if (!written) return fail(written.error());
    auto const& paths = written.value();
    print(Channel::output, "{}: what is signed\n", paths.front().string());
    for (std::size_t i = 1; i < paths.size(); ++i)
        print(Channel::output, "{}: by key number {}; minisign -V -P RW… -m {} -x {}\n", paths[i].string(),
              crypto::number_text(archive.value().header.signatures[i - 1].number), paths.front().filename().string(),
              paths[i].filename().string());
    if (paths.size() == 1) print(Channel::output, "nobody has signed it yet\n");
    return 0;
}

Result<updates::KeyList> keys_of(updates::OpenedArchive const& archive, std::filesystem::path const& file)
{
    auto list = updates::read_key_list(archive.body, file.string());
    if (!list) return list.error().error;
    return list.take();
}

Result<> print_key_changes(SignedChoice const& choice, updates::OpenedArchive const& archive)
{
    auto const earlier = updates::open_archive(choice.before);
    if (!earlier) return earlier.error();
    if (earlier.value().kind != updates::SignedKind::keys)
        return Error{choice.before.string(), "is no list of keys",
                     "name the .kioskkeys that came before with --before"};
    auto const before = keys_of(earlier.value(), choice.before);
    if (!before) return before.error();
    auto const after = keys_of(archive, choice.file);
    if (!after) return after.error();
    auto const without = [](updates::KeyList const& one, updates::KeyList const& other, char const* what) {
        for (auto const& key : one.keys)
            if (std::find(other.keys.begin(), other.keys.end(), key) == other.keys.end())
                print(Channel::output, "{}: key {}\n", what, crypto::public_key_text(key));
    };
    without(before.value(), after.value(), "is believed no more");
    without(after.value(), before.value(), "is new");
    return success();
}

// What would keep a kiosk from taking it, whoever has signed it.
void print_whether_taken(updates::Manifest const& manifest)
{
    auto const today = Zone::brussels().day(SystemClock().wall());
    if (day_text(manifest.valid_until) < today)
        print(Channel::output, "no kiosk takes it: its last day, {}, has passed\n", day_text(manifest.valid_until));
    if (manifest.content > updates::kFarthestJump)
        print(Channel::output, "a new kiosk does not take it: its number is more than {}\n", updates::kFarthestJump);
}

enum class FilesTold { no, yes };

// In words; its files and their hashes, or the keys of a list, as they are signed.
void print_what_it_is(updates::OpenedArchive const& archive, FilesTold files)
{
    auto const& about = archive.manifest;
    if (archive.kind == updates::SignedKind::content)
        print(Channel::output,
              "content number {} (its version: {}), until {}, for kiosks of program {} and later: {} files, {} KB\n",
              about.content, about.version, day_text(about.valid_until), updates::text_of(about.program),
              about.files.size(), (about.bytes() + 1023) / 1024);
    if (archive.kind != updates::SignedKind::content || files == FilesTold::yes)
        print_text(Channel::output, archive.body);
}

int show(SignedChoice const& choice)
{
    auto const archive = updates::open_archive(choice.file);
    if (!archive) return fail(archive.error());
    auto const& opened = archive.value();
    print_what_it_is(opened, choice.with_files ? FilesTold::yes : FilesTold::no);
    if (auto const said = print_signatures(opened, choice.open_keys); !said) return fail(said.error());
    print(Channel::output, "whole: {}\n",
          opened.whole ? "yes" : "no: it is damaged or cut short; have the content packed once more");
    if (opened.kind == updates::SignedKind::content) print_whether_taken(opened.manifest);
    if (!opened.whole) return 1;
    if (choice.before.empty()) return 0;
    auto const said =
        opened.kind == updates::SignedKind::keys ? print_key_changes(choice, opened) : print_changes_of(choice);
    return said ? 0 : fail(said.error());
}

} // namespace

Command signed_commands(command_line::Command& app)
{
    auto choice = std::make_shared<SignedChoice>();
    auto signing = app.command("sign", "Signs a pack or a list of keys, in place, beside who has signed it");
    signing.option("file", choice->file, "the .kioskpack or .kioskkeys").required();
    auto key = signing.option("--key", choice->key, "the .secret file of make-key");
    auto made = signing.option("--signature", choice->signature,
                               "instead: the .minisig that minisign -S made of what signatures has written");
    signing.option("--public", choice->open_keys, "with --signature: the .public file of who made it");
    signing.exactly_one({key, made});
    signing.option("--before", choice->before, "what came before it: says everything that changes, as show does");
    signing.flag("--anew", choice->anew, "in place of the signatures that are there");
    auto showing = app.command("show", "Says what is in a pack or a list of keys, and whether it is whole");
    showing.option("file", choice->file, "the file").required();
    showing.option("--before", choice->before,
                   "what came before it: a pack or a content folder, or a list of keys. Says everything that changes: "
                   "addresses, numbers, words, settings and pictures, or keys");
    showing.flag("--files", choice->with_files, "with each file and its hash");
    showing.option("--public", choice->open_keys, "the .public files of who may have signed it");
    auto parting = app.command("signatures", "Writes what is signed and each signature as files that minisign checks");
    parting.option("file", choice->file, "the .kioskpack, .kioskkeys or recovery").required();
    parting.option("--out", choice->out, "the folder they go into").required();
    return [=]() -> std::optional<int> {
        if (parting.given()) return write_parts(*choice);
        if (signing.given()) return sign(*choice);
        if (showing.given()) return show(*choice);
        return std::nullopt;
    };
}

} // namespace kiosk::tools

// The commands of one kiosk: export, summary, and the keys of sealed packages.
#include "crypto/age_keys.h"
#include "crypto/key_text.h"
#include "files/files.h"
#include "files/memory_folder.h"
#include "files/new_file.h"
#include "files/output_files.h"
#include "fleet/incoming/key_list.h"
#include "naming/display_names.h"
#include "package/export.h"
#include "package/seal.h"
#include "store/signature.h"
#include "system/print.h"
#include "system/version.h"
#include "tools/kiosk_log_common.h"

#include <cstdlib>
#include <fmt/format.h>

namespace kiosk::tools {

namespace {

constexpr std::string_view kPublicEnding = ".public";
constexpr std::uintmax_t kLargestKey = 1U << 20U; // of a key's file, [bytes]: whatever else is given is told as no key

// The line that is the key, out of a file of make-key or of age-keygen.
Result<std::string> read_key(std::string const& file, crypto::KeyHalf half)
{
    auto const text = read_file(file, kLargestKey);
    if (!text) return text.error();
    auto key = crypto::read_key_text(text.value(), {crypto::KeyUse::seal, half});
    if (key) {
        bool const open = half == crypto::KeyHalf::open;
        auto const bytes = open ? crypto::read_recipient(key.value()) : crypto::read_identity(key.value());
        if (!bytes) key = bytes.error();
    }
    if (!key) return Error{file, key.error().message, key.error().advice};
    return key;
}

} // namespace

namespace {

std::string text_of(store::Period const& period)
{
    auto const& label = period.label.text;
    auto const of = label.event.empty() ? label.kiosk : fmt::format("{}, {}", label.kiosk, label.event);
    return period.first.empty() ? fmt::format("{}: counts of an unknown day", of)
                                : fmt::format("{}: {} to {}", of, period.first, period.last);
}

// Printed before anything is written, since closing a period is final.
Result<> print_what_closes(store::Store& store, package::ExportOptions const& options)
{
    auto const periods = package::periods_to_close(store, options);
    if (!periods) return periods.error();
    if (periods.value().empty()) return success();
    print(Channel::errors, "kiosk-log: {} reporting figures, once and for all:\n",
          options.kind == figures::ExportKind::preview ? "an export would close" : "this export closes");
    for (auto const& period : periods.value()) print(Channel::errors, "  {}\n", text_of(period));
    return success();
}

} // namespace

int export_command(ExportChoice const& choice)
{
    if (auto const checked = check_output_folder(choice.out, {choice.data}); !checked) return fail(checked.error());
    auto const words = load_words(choice.words);
    if (!words) return fail(words.error());
    auto const labels = naming::make_display_names(words.value().content, words.value().language);
    package::ExportOptions options;
    // The command line has checked its bounds.
    options.threshold = figures::Threshold::of(choice.threshold).value_or(figures::Threshold());
    if (choice.preview == Preview::yes) options.kind = figures::ExportKind::preview;
    options.now = SystemClock().wall();
    options.built = kReleaseTime;
    options.labels = &labels;
    // The stages of an export are unencrypted; removed files could be recovered from the kiosk's disk.
    auto const scratch_folder = MemoryFolder::make(memory_folder_candidates(std::getenv("RUNTIME_DIRECTORY")));
    if (!scratch_folder) return fail(scratch_folder.error());
    options.scratch_folder = scratch_folder.value().path();
    if (!choice.key_file.empty()) {
        auto key = read_key(choice.key_file, crypto::KeyHalf::open);
        if (!key) return fail(key.error());
        options.public_key = key.take();
    }
    auto store = choice.preview == Preview::yes ? store::Store::open_to_read(choice.data)
                                                : store::Store::open_to_export(choice.data);
    if (!store) return fail(store.error());
    if (auto const said = print_what_closes(store.value(), options); !said) return fail(said.error());
    auto const exported = package::export_package(store.value(), choice.out, options);
    if (!exported) return fail(exported.error());
    if (!exported.value().clock_trusted)
        warn("the clock of this machine is wrong: no period of reporting was closed (set it, and export again)");
    print(Channel::output, "{}\n", exported.value().path.string());
    return kDone;
}

int look_command(LookChoice const& choice)
{
    if (auto const checked = check_output_folder(choice.out, {choice.data}); !checked) return fail(checked.error());
    auto const words = load_words(choice.words);
    if (!words) return fail(words.error());
    auto const labels = naming::make_display_names(words.value().content, words.value().language);
    package::ExportOptions options;
    options.kind = figures::ExportKind::internal;
    auto const scratch_folder = MemoryFolder::make(memory_folder_candidates(std::getenv("RUNTIME_DIRECTORY")));
    if (!scratch_folder) return fail(scratch_folder.error());
    options.scratch_folder = scratch_folder.value().path();
    options.internal_threshold = choice.threshold;
    options.now = SystemClock().wall();
    options.built = kReleaseTime;
    options.labels = &labels;
    auto store = store::Store::open_to_read(choice.data);
    if (!store) return fail(store.error());
    auto const looked = package::export_package(store.value(), choice.out, options);
    if (!looked) return fail(looked.error());
    warn("counts in it can point to a person: it is for whoever runs this kiosk, and must not leave the house");
    print(Channel::output, "{}\n", looked.value().path.string());
    return kDone;
}

int kiosk_command(std::string const& data)
{
    auto store = store::Store::open_to_read(data);
    if (!store) return fail(store.error());
    auto const key = store::ExportKey::of(data);
    if (!key) return fail(key.error());
    print_text(Channel::output, fleet::entry_text({store.value().machine(), store.value().label().text.kiosk,
                                                   key.value().public_text()}));
    return kDone;
}

int summary_command(std::string const& data)
{
    auto store = store::Store::open_to_read(data);
    if (!store) return fail(store.error());
    auto const text = package::summary(store.value());
    if (!text) return fail(text.error());
    print_text(Channel::output, text.value());
    return kDone;
}

int make_key_command(std::string const& file)
{
    auto const pair = crypto::make_sealing_pair();
    auto const public_file = file + std::string(kPublicEnding);
    if (auto const checked = check_outputs({file, public_file}, {}); !checked) return fail(checked.error());
    if (auto const written = write_new_file(file, fmt::format("# public key: {}\n{}\n", pair.open, pair.secret));
        !written)
        return fail(written.error());
    if (auto const written = write_file_atomically(public_file, pair.open + "\n"); !written)
        return fail(written.error());
    print(Channel::output,
          "{}: the secret key. Whoever has it can read sealed packages; without it nobody can. Keep two copies.\n"
          "{}: the public key, for the kiosks: {}\n",
          file, public_file, pair.open);
    return kDone;
}

int open_command(std::vector<std::string> const& files, std::string const& key_file, std::string const& out)
{
    if (auto const checked = check_output_folder(out, {}); !checked) return fail(checked.error());
    auto const key = read_key(key_file, crypto::KeyHalf::secret);
    if (!key) return fail(key.error());
    if (auto const made = make_folder(out); !made) return fail(made.error());
    int code = kDone;
    for (auto const& file : files) {
        auto const opened = package::open_sealed(file, out, key.value());
        if (opened)
            print(Channel::output, "{}\n", opened.value().string());
        else
            code = fail(opened.error());
    }
    return code;
}

} // namespace kiosk::tools

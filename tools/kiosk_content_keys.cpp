#include "kiosk_content_keys.h"
#include "base/bounds.h"
#include "files/files.h"
#include "files/new_file.h"
#include "files/output_files.h"
#include "kiosk_content_commands.h"
#include "lock/recovery.h"
#include "system/print.h"
#include "updates/archive_writing.h"
#include "updates/limits.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <sys/prctl.h>

namespace kiosk::tools {

namespace {

struct KeyChoice {
    std::filesystem::path out, key;
    std::string kiosk;
    std::vector<std::filesystem::path> keys;
    std::int64_t epoch = 0;
};

int make_key(std::filesystem::path const& out)
{
    auto const pair = crypto::make_signing_pair();
    auto secret = out;
    secret += ".secret";
    auto open = out;
    open += ".public";
    if (auto const checked = check_outputs({secret, open}, {}); !checked) return fail(checked.error());
    if (auto const written = write_new_file(
            secret, fmt::format("untrusted comment: minisign secret key {}, without a password\n{}\n",
                                crypto::number_text(pair.open.number), crypto::secret_key_text(pair.secret)));
        !written)
        return fail(written.error());
    auto const text = crypto::public_key_text(pair.open);
    auto const lines =
        fmt::format("untrusted comment: minisign public key {}\n{}\n", crypto::number_text(pair.open.number), text);
    if (auto const written = write_file_atomically(open, lines); !written) return fail(written.error());
    print(Channel::output,
          "{}: signs content in your name; keep it where no kiosk and no stick comes, and give it to nobody\n"
          "{}: tells kiosks that it was you; whoever sets them up puts it into [updates] keys of their kiosk.toml: "
          "\"{}\"\n",
          secret.string(), open.string(), text);
    return 0;
}

int sign_keys(KeyChoice const& choice)
{
    updates::KeyList list{choice.epoch, {}};
    for (auto const& file : choice.keys) {
        auto const key = read_public(file);
        if (!key) return fail(key.error());
        if (updates::has_signer(list, key.value()))
            return fail({file.string(), "holds the same key as another --public", "name each key once"});
        list.keys.push_back(key.value());
    }
    if (list.keys.size() > updates::kMostKeys)
        return fail({"--public", fmt::format("{} keys are too many", list.keys.size()),
                     fmt::format("a list holds {} at most", updates::kMostKeys)});
    auto const key = read_secret(choice.key);
    if (!key) return fail(key.error());
    auto out = choice.out;
    if (out.extension() != ".kioskkeys") out += ".kioskkeys";
    auto inputs = choice.keys;
    inputs.push_back(choice.key);
    if (auto const checked = check_outputs({out}, inputs); !checked) return fail(checked.error());
    if (auto const written = updates::write_key_list(list, key.value(), out); !written) return fail(written.error());
    print(Channel::output,
          "{}: {} keys, list {}; for kiosks that believe list {}, once a second person has signed it, too\n",
          out.string(), list.keys.size(), list.epoch, list.epoch - 1);
    return 0;
}

int make_recovery(KeyChoice const& choice)
{
    auto const key = read_secret(choice.key);
    if (!key) return fail(key.error());
    auto const text = lock::make_recovery(choice.kiosk, static_cast<long>(choice.epoch), key.value());
    auto const file = choice.out / lock::kRecoveryFile;
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, ignored)))
        return fail(
            {file.string(), "is there already, and may be another kiosk's", "take it away, or use another stick"});
    if (auto const checked = check_outputs({file}, {choice.key}); !checked) return fail(checked.error());
    if (auto const written = write_file_atomically(file, text); !written) return fail(written.error());
    print(Channel::output, "{}: opens staff mode of {} once; take it off the stick again afterwards\n", file.string(),
          choice.kiosk);
    return 0;
}

} // namespace

int fail(Error const& error)
{
    print(Channel::errors, "kiosk-content: {}\n", error.line());
    return 1;
}

namespace {

Error at(std::filesystem::path const& file, Error const& fault) { return {file.string(), fault.message, fault.advice}; }

Result<std::string> read_key(std::filesystem::path const& file, crypto::KeyHalf half)
{
    auto const text = read_file(file);
    if (!text) return text.error();
    if (updates::read_header(text.value(), file.string()))
        return Error{file.string(), "is no key: it is a pack or a list of keys",
                     half == crypto::KeyHalf::secret ? "name the .secret file here, and the pack before it"
                                                     : "name the .public file here"};
    auto key = crypto::read_key_text(text.value(), {crypto::KeyUse::sign, half});
    return key ? key : at(file, key.error());
}

} // namespace

Result<updates::SigningKey> read_secret(std::filesystem::path const& file)
{
    // From here on what this program holds is no one else's to look at, and in no core file.
    ::prctl(PR_SET_DUMPABLE, 0);
    auto const text = read_key(file, crypto::KeyHalf::secret);
    if (!text) return text.error();
    auto key = crypto::read_secret_key(text.value());
    return key ? key : at(file, key.error());
}

Result<updates::PublicKey> read_public(std::filesystem::path const& file)
{
    auto const text = read_key(file, crypto::KeyHalf::open);
    if (!text) return text.error();
    auto key = crypto::read_public_key(text.value());
    return key ? key : at(file, key.error());
}

Command key_commands(command_line::Command& app)
{
    auto choice = std::make_shared<KeyChoice>();
    auto making = app.command("make-key", "Makes a pair of keys: NAME.secret signs, NAME.public is for kiosks");
    making.option("--out", choice->out, "their name").required();
    auto listing = app.command(
        "sign-keys", "Makes the next list of keys, signed by one of the list before; a second one signs it with sign");
    listing.option("--epoch", choice->epoch, "its number: one more than the kiosks have")
        .whole_number({1, updates::kHighestNumber})
        .required();
    listing.option("--public", choice->keys, "the new .public files; what is not named is believed no more").required();
    listing.option("--key", choice->key, "a .secret file that kiosks believe now").required();
    listing.option("--out", choice->out, "the file for the stick, NAME.kioskkeys").required();
    auto recovering =
        app.command("make-recovery", "Makes a recovery stick: with it staff of one kiosk set a new PIN, once");
    recovering.option("--kiosk", choice->kiosk, "the kiosk's name, as its configuration has it").required();
    recovering.option("--number", choice->epoch, "higher than that of any recovery stick this kiosk has had")
        .whole_number({1, updates::kHighestNumber})
        .required();
    recovering.option("--key", choice->key, "a .secret file that the kiosk believes").required();
    recovering.option("--out", choice->out, "the stick").required();
    return [=]() -> std::optional<int> {
        if (recovering.given()) return make_recovery(*choice);
        if (making.given()) return make_key(choice->out);
        if (listing.given()) return sign_keys(*choice);
        return std::nullopt;
    };
}

} // namespace kiosk::tools

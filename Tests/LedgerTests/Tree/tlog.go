// Another implementation of notes and trees, for what ours makes: golang.org/x/mod/sumdb (Debian: golang-golang-x-mod-dev).
//
//	tlog tree N                    roots, inclusion and consistency proofs over the records "0".."N-1"
//	tlog head CHECKPOINT KEYS LINES  a signed head over the first lines
//	tlog proof PROOF KEYS          a tlog-proof
//	tlog sign NAME                 a new key's line, and a note signed with it
package main

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return value
}

func check(err error) { must(0, err) }

type hashes []tlog.Hash

func (all hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, 0, len(indexes))
	for _, index := range indexes {
		found = append(found, all[index])
	}
	return found, nil
}

func stored(records [][]byte) hashes {
	var all hashes
	for n, record := range records {
		all = append(all, must(tlog.StoredHashes(int64(n), record, all))...)
	}
	return all
}

func hex(path []tlog.Hash) string {
	var text []string
	for _, hash := range path {
		text = append(text, fmt.Sprintf("%x", hash[:]))
	}
	return strings.Join(text, " ")
}

func tree(count int64) {
	var records [][]byte
	for n := int64(0); n < count; n++ {
		records = append(records, []byte(strconv.FormatInt(n, 10)))
	}
	all := stored(records)
	for size := int64(1); size <= count; size++ {
		root := must(tlog.TreeHash(size, all))
		fmt.Printf("root %d %x\n", size, root[:])
		for index := int64(0); index < size; index++ {
			fmt.Printf("record %d %d %s\n", index, size, hex(must(tlog.ProveRecord(size, index, all))))
		}
		for old := int64(1); old < size; old++ {
			fmt.Printf("tree %d %d %s\n", old, size, hex(must(tlog.ProveTree(size, old, all))))
		}
	}
}

// decimal reads a count as C2SP writes it: no sign, no leading zero.
func decimal(text string) int64 {
	number := must(strconv.ParseInt(text, 10, 64))
	if number < 0 || strconv.FormatInt(number, 10) != text {
		check(fmt.Errorf("%q is no count", text))
	}
	return number
}

// field gives what stands in a line after its name.
func field(lines []string, at int, name string) string {
	if at >= len(lines) || !strings.HasPrefix(lines[at], name+" ") {
		check(fmt.Errorf("line %d: no %s", at+1, name))
	}
	return strings.TrimPrefix(lines[at], name+" ")
}

// checkpoint opens a note that one of the keys signed under the name of its tree.
func checkpoint(message []byte, keys string) (int64, tlog.Hash) {
	var verifiers []note.Verifier
	for _, line := range strings.Fields(string(must(os.ReadFile(keys)))) {
		verifiers = append(verifiers, must(note.NewVerifier(line)))
	}
	opened := must(note.Open(message, note.VerifierList(verifiers...)))
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] != opened.Sigs[0].Name {
		check(fmt.Errorf("no checkpoint"))
	}
	return decimal(lines[1]), must(tlog.ParseHash(lines[2]))
}

func main() {
	switch arguments := os.Args[2:]; os.Args[1] {
	case "tree":
		tree(must(strconv.ParseInt(arguments[0], 10, 64)))
	case "head":
		size, root := checkpoint(must(os.ReadFile(arguments[0])), arguments[1])
		records := bytes.Split(bytes.TrimSuffix(must(os.ReadFile(arguments[2])), []byte("\n")), []byte("\n"))
		if size > int64(len(records)) {
			check(fmt.Errorf("%d entries under a head of %d", len(records), size))
		}
		if must(tlog.TreeHash(size, stored(records[:size]))) != root {
			check(fmt.Errorf("another root"))
		}
		fmt.Println("ok", size)
	case "proof":
		head, message, _ := strings.Cut(string(must(os.ReadFile(arguments[0]))), "\n\n")
		lines := strings.Split(head, "\n")
		if lines[0] != "c2sp.org/tlog-proof@v1" {
			check(fmt.Errorf("no proof"))
		}
		record := must(base64.StdEncoding.Strict().DecodeString(field(lines, 1, "extra")))
		index := decimal(field(lines, 2, "index"))
		var path tlog.RecordProof
		for _, line := range lines[3:] {
			path = append(path, must(tlog.ParseHash(line)))
		}
		size, root := checkpoint([]byte(message), arguments[1])
		check(tlog.CheckRecord(path, size, root, index, tlog.RecordHash(record)))
		fmt.Println("ok", index, size)
	case "sign":
		secret, public, err := note.GenerateKey(rand.Reader, arguments[0])
		check(err)
		signer := must(note.NewSigner(secret))
		fmt.Println(public)
		fmt.Print(string(must(note.Sign(&note.Note{Text: arguments[0] + "\n12\nAAAA\n"}, signer))))
	}
}
